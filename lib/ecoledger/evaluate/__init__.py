"""Scores what was read against annotated reports."""
