"""The version of the package and of its rules."""

VERSION = "0.1.0"

RULES_VERSION = "2026.11.1"
"""Stored with each parse: a parse made under another version is stale and is redone on the next ingest."""
