"""Ids that sort by the time they were made, the same on every laptop."""

from datetime import datetime

from journal.domain.record import RecordId

VERSION_7 = 0x7000
VARIANT = 0x8000_0000_0000_0000


def new_id(now: datetime) -> RecordId:
    """Make an id: a UUID of version 7 (RFC 9562), milliseconds first, then chance."""
    # They take longer to import than a start that makes no record should wait.
    import secrets
    import uuid

    milliseconds = int(now.timestamp() * 1000) & (1 << 48) - 1
    head = milliseconds << 16 | VERSION_7 | secrets.randbits(12)
    tail = VARIANT | secrets.randbits(62)
    return RecordId(str(uuid.UUID(int=head << 64 | tail)))
