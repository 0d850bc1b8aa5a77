"""The catalogue of official indicators; matches a target to one."""
