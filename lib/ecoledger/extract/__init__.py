"""Reads a segment: its label, themes, targets, deadlines and bodies."""
