"""What may go wrong in the world: sentences that the user can act on."""


class JournalError(Exception):
    """Something outside the program that the user should hear about.

    Args:
        sentence: One full sentence: what happened, what was kept, what to do.
        details: For the rest, shown only on request; may be empty.
    """

    def __init__(self, sentence: str, details: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.details = details


class NotAJournalError(JournalError):
    """The file is not a journal of this program; it was not touched."""


class NewerJournalError(JournalError):
    """The journal was written by a later version; it was not touched."""


class AlteredJournalError(JournalError):
    """The structure of the file is not what this program writes; it was not touched."""


class DamagedJournalError(JournalError):
    """The journal cannot be read as it should; it was left where it is."""


class BusyJournalError(JournalError):
    """Somebody else holds the journal."""


class NotSavedError(JournalError):
    """The disk or the folder refused; nothing was changed."""


class NotFoundError(JournalError):
    """No such account, meeting or file."""


class StoppedError(JournalError):
    """It was stopped before it was done; nothing was changed."""


class OvertakenError(JournalError):
    """Somebody else changed the record first; both versions can be shown."""


class RefusedFileError(JournalError):
    """A file from outside that cannot be read as what it claims to be."""


class NoRoomError(JournalError):
    """More than the one page holds; nothing was printed.

    Args:
        sentence: Which lines to cut.
        records: The ids of their records.
    """

    def __init__(self, sentence: str, records: tuple[str, ...]) -> None:
        super().__init__(sentence)
        self.records = records
