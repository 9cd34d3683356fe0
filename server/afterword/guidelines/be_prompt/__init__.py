"""A guideline: its page, its checks and their examples."""
