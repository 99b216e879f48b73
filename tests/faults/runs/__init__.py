"""The faults, one function each: what goes wrong, to whom, and what is measured. What must hold is asked afterwards."""
