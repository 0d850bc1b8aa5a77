"""The language rules, as data: one *.toml a subject, read by `ecoledger.rules.loader`."""
