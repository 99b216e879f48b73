"""Everything that holds Tavlen to its word. What bin/ holds is theirs as well, also when one runs as a module."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bin"))
