"""The errors of the library: each is one sentence that names the thing and the way out."""


class EcoLedgerError(Exception):
    """Base of all errors that the library raises on purpose."""


class UnreadableError(EcoLedgerError):
    """A file cannot be read as a report; `kind` names the reason for machines, the message for people (Chinese)."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class RuleError(EcoLedgerError):
    """A rule or lexicon file is wrong; the message names file and id."""


class LedgerError(EcoLedgerError):
    """The database cannot be reached or used; the message says what to do (Chinese)."""


class GoldError(EcoLedgerError):
    """A folder of annotated reports cannot be used for scoring; the message names the file."""
