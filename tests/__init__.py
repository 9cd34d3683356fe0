"""Tests of Afterword; `make test` runs all of them."""
