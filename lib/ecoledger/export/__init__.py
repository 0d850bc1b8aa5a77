"""Writes filtered rows as files, each stamped with where they came from."""
