"""Meetings and commitments in time, drawn and listed."""
