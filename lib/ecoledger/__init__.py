"""Reads reports of local environmental meetings in China into commitments, and keeps them in a ledger."""
