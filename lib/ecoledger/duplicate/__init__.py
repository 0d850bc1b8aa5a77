"""Whether two reports are one and the same, published at several places."""
