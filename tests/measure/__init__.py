"""Measure moves, kinds and checks on labelled emails; run by `make measure`."""
