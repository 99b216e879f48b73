"""Faults on purpose. They stand on the same servers as the other tests, so what bin/ holds is theirs as well."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bin"))
