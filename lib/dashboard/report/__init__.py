"""A report to be read: its words as restored and as published, all that was read from them, and why."""
