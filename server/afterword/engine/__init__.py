"""Runs checks over a parsed draft; knows no guideline."""
