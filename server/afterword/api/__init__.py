"""HTTP in and out: the only code that knows marshmallow."""
