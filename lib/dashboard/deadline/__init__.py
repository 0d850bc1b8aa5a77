"""Deadlines: by month and light, by day, and those without a day."""
