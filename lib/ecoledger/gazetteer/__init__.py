"""The divisions of China with their history; resolves the place of a report."""
