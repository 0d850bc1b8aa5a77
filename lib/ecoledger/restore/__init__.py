"""Turns damaged text into clean text with a map back to the original."""
