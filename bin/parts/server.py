"""The one way Daphne is started: limits and heartbeats as docs/operating.md gives them."""

from parts.places import PYTHON

LIMITS = {
    "--websocket-max-message-size": 65536,  # bytes; a bigger frame closes the socket
    "--ping-interval": 5,  # seconds
    "--ping-timeout": 5,
    "--websocket_timeout": 43200,  # a wall may stand for a working day
    "--application-close-timeout": 2,
}


def command(port: int) -> list[str]:
    limits = [part for flag, value in LIMITS.items() for part in (flag, str(value))]
    address = ["-b", "127.0.0.1", "-p", str(port)]
    return [
        str(PYTHON),
        "-m",
        "backend.config.daphne",
        *address,
        *limits,
        "--no-server-name",
        "-v",
        "0",
        "backend.config.asgi:application",
    ]
