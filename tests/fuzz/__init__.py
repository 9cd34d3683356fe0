"""Longer searches for texts and requests that break something: `make fuzz`."""
