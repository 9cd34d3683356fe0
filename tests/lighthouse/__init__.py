"""Lighthouse over one page of each layout of the built site: `make lighthouse`."""
