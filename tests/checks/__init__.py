"""What each check finds and what it leaves alone, beyond the examples of its page.

A note is built around the words in question, so that every case is one line. The silent cases
matter most: each is something that real people write, and that must never be marked.
"""
