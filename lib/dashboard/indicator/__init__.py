"""Numeric targets of one indicator, against the official values of the catalogue."""
