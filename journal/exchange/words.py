"""How logs say how we met, and what became of it."""

from journal.domain.meeting import Kind, Status
from journal.domain.record import Side
from journal.exchange.headers import folded

_KINDS = {
    Kind.VISIT: (
        "visit", "meeting", "inperson", "onsite", "facetoface", "personal", "appointment",
        "event", "lunch", "dinner", "besuch", "personlich", "vorort", "visite", "rendezvous",
        "reunion", "presentiel", "visita", "reunionpresencial", "presencial", "osobne",
        "osebno", "osobno", "navsteva", "schuzka", "obisk", "sestanek", "wizyta", "spotkanie",
        "bezoek",
    ),
    Kind.CALL: (
        "call", "phone", "phonecall", "telephone", "bytelephone", "byphone", "anruf", "telefon",
        "telefonisch", "telefonat", "appel", "telephonique", "llamada", "telefono",
        "telefonicky", "hovor", "potelefonu", "klic", "telefonicznie", "rozmowatelefoniczna",
    ),
    Kind.VIDEO: (
        "video", "videocall", "videoconference", "videokonferenz", "online", "remote", "virtual",
        "webmeeting", "teams", "zoom", "webex", "googlemeet", "visio", "visioconference",
        "videollamada", "videohovor", "videoklic", "videokonferenca",
    ),
    Kind.LETTER: (
        "letter", "mail", "email", "post", "written", "inwriting", "brief", "schriftlich",
        "perpost", "courrier", "courriel", "carta", "correo", "correoelectronico", "dopis",
        "pisemne", "poposti", "poeposti", "pismo", "list",
    ),
}  # fmt: skip
_STATUSES = {
    Status.PLANNED: (
        "planned", "scheduled", "confirmed", "tentative", "open", "notstarted", "upcoming",
        "geplant", "offen", "prevu", "planifie", "previsto", "planificado", "planovano",
        "nacrtovano", "zaplanowane",
    ),
    Status.HELD: (
        "held", "done", "completed", "complete", "attended", "tookplace", "occurred", "closed",
        "stattgefunden", "erledigt", "durchgefuhrt", "effectue", "realise", "termine",
        "realizado", "hecho", "celebrada", "probehlo", "uskutecneno", "izvedeno", "odbylosie",
    ),
    Status.CANCELLED: (
        "cancelled", "canceled", "calledoff", "deferred", "abgesagt", "storniert", "annule",
        "cancelado", "cancelada", "annullato", "zruseno", "odpovedano", "odwolane", "afgezegd",
    ),
    Status.NO_SHOW: (
        "noshow", "didnotattend", "dna", "notshown", "nichterschienen", "absent",
        "nosepresento", "nedostavilse", "niprisel",
    ),
    Status.MOVED: (
        "moved", "postponed", "rescheduled", "verschoben", "verlegt", "reporte", "deplace",
        "aplazado", "pospuesto", "rinviato", "presunuto", "odlozeno", "prestavljeno",
        "przelozone", "verplaatst",
    ),
}  # fmt: skip
_SIDES = {
    Side.OURS: ("ours", "us", "we", "me", "own", "wir", "uns", "nous", "nosotros", "my", "mi"),
    Side.THEIRS: (
        "theirs", "they", "them", "customer", "client", "kunde", "cliente", "zakaznik",
        "stranka", "klient",
    ),
}  # fmt: skip
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words}
_STATUS_OF = {word: status for status, words in _STATUSES.items() for word in words}
_SIDE_OF = {word: side for side, words in _SIDES.items() for word in words}


def kind_of(word: str) -> Kind | None:
    """Return how we met, None for a word that is not known."""
    return _KIND_OF.get(folded(word))


def status_of(word: str) -> Status | None:
    """Return what became of the meeting, None for a word that is not known."""
    return _STATUS_OF.get(folded(word))


def side_of(word: str) -> Side | None:
    """Return whose doing it was, None for a word that is not known."""
    return _SIDE_OF.get(folded(word))
