"""Measure moves and checks on labelled emails, and weigh words by them."""

from os import environ

environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # on rows this short, threads wait for each other
