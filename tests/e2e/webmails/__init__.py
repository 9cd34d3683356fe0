"""Rebuilt compose pages of webmails, with the editors that those really use."""
