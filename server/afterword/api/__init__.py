"""HTTP in and out: the only code that knows marshmallow."""

PREFIX = "/api/v1"
"""Every endpoint stands below it. What is here stays; additions are allowed."""
