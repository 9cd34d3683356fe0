"""Markdown files to values; knows no check."""
