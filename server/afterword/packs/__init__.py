"""Packs: plain folders that a career centre lays over the content, file by file.

A pack holds texts, colours and numbers, and no code.
"""
