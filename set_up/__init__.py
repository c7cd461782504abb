"""What `python3 run` does on a bare machine, with the standard library alone."""
