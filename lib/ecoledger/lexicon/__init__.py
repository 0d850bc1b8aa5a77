"""The words of the field, as data: one *.csv a subject, read by `ecoledger.lexicon.loader`."""
