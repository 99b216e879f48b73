"""What bin/setup, bin/build, bin/demo and bin/test are made of; runs on Python's standard library alone."""
