"""Measures by script. They stand on the same servers as the tests, so what bin/ holds is theirs as well."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bin"))
