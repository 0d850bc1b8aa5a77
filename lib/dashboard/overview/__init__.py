"""The first page: what is new, what is due, who is silent, and how it went over the years."""
