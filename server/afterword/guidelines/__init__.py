"""One folder per guideline: its page, its detectors and its cases."""
