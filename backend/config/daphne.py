"""Daphne on uvloop's event loop, which carries each byte more cheaply than Python's own.

python -m backend.config.daphne, with Daphne's own options (docs/operating.md)
"""

import uvloop

uvloop.install()  # before Daphne makes its loop

from daphne.cli import CommandLineInterface  # noqa: E402

if __name__ == "__main__":
    CommandLineInterface.entrypoint()
