"""The names of the months, as logs spell them."""

from journal.exchange.headers import folded

_NAMES = (
    # January to December, each in English, German, French, Spanish, Italian, Portuguese,
    # Dutch, Czech, Slovenian and Polish; these also, or only, in the case that follows a number.
    "january januar jänner janvier enero gennaio janeiro januari leden ledna januarja stycznia",
    "february februar février febrero febbraio fevereiro februari únor února februarja lutego",
    "march märz mars marzo março maart březen března marec marca",
    "april avril abril aprile duben dubna kwietnia aprila",
    "may mai mayo maggio maio mei květen května maj maja",
    "june juni juin junio giugno junho červen června junij junija czerwca",
    "july juli juillet julio luglio julho červenec července julij julija lipca",
    "august août agosto augustus srpen srpna avgust avgusta sierpnia",
    "september septembre septiembre setiembre settembre setembro září septembra września",
    "october oktober octobre octubre ottobre outubro říjen října oktobra października",
    "november novembre noviembre novembro listopad listopadu novembra",
    "december dezember décembre diciembre dicembre dezembro prosinec prosince decembra grudnia",
)
_SHORT = (
    "jan janv ene gen led sty",
    "feb févr fév fev únor lut",
    "mar mär mrz bře mrt",
    "apr avr abr dub kwi",
    "kvě mag",
    "jun čvn giu cze",
    "jul juil čvc lug lip",
    "aug aoû ago avg srp sie",
    "sep sept set zář wrz",
    "oct okt ott out říj paź",
    "nov lis",
    "dec dez déc dic pro gru",
)


def _numbered() -> dict[str, int]:
    numbers: dict[str, int] = {}
    for table in (_NAMES, _SHORT):
        for number, names in enumerate(table, start=1):
            for name in names.split():
                numbers.setdefault(folded(name), number)
    return numbers


_NUMBERS = _numbered()


def month_number(name: str) -> int | None:
    """Return 1 to 12, or None where it is no month in a language of the table."""
    return _NUMBERS.get(folded(name))
