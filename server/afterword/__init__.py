"""Afterword: templates and checks for the emails that follow a job interview."""
