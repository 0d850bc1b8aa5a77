"""The store of reports and commitments."""
