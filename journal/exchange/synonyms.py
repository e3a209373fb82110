"""What people call the columns of a meeting log, in the languages they occur in.

Written as `headers.folded` leaves them: no accents, spaces or signs, no capitals. Within a
field the better name stands first: where a log has two candidates, the earlier one wins.
"""

from journal.exchange.mapping import Field

SYNONYMS: dict[Field, tuple[str, ...]] = {
    Field.DATE: (
        "date", "meetingdate", "visitdate", "dateofmeeting", "dateofvisit", "eventdate",
        "activitydate", "calldate", "startdate", "startsat", "starttime", "start", "datetime",
        "begin", "when", "datum", "datumzeit", "termin", "besuchsdatum", "beginn", "startdatum",
        "fecha", "fechainicio", "fechadereunion", "datereunion", "dateheure", "datedebut",
        "jour", "data", "datainizio", "datariunione", "dataspotkania", "datumschuzky",
        "datumsestanka", "datumjednani", "datumincas", "duedate", "day", "tag", "dia", "den",
        "dan", "日期", "日付", "날짜", "التاريخ", "дата",
    ),
    Field.TIME: (
        "time", "starttime", "meetingtime", "timeofday", "uhrzeit", "zeit", "startzeit", "von",
        "heure", "heuredebut", "hora", "horainicio", "ora", "orainizio", "cas", "ura",
        "zacetek", "zacatek", "godzina", "tijd", "hour", "时间", "時間", "시간", "الوقت", "время",
    ),
    Field.END: (
        "endtime", "endsat", "end", "until", "endzeit", "bis", "ende", "heurefin", "fin",
        "horafin", "orafine", "fine", "konec", "koniec", "eind", "enddate",
    ),
    Field.MINUTES: (
        "minutes", "minutesheld", "durationminutes", "durationmin", "durationinminutes",
        "duration", "length", "min", "minuten", "dauer", "dauermin", "duree", "dureemin",
        "duracion", "durata", "trvani", "trajanje", "czastrwania", "duur",
    ),
    Field.ORGANISATION: (
        "organisation", "organization", "organisations", "organizations", "organisationname",
        "organizationname", "orgname", "org", "account", "accountname", "customer",
        "customername", "company", "companyname", "client", "clientname", "firm", "firma",
        "kunde", "kundenname", "unternehmen", "societe", "entreprise", "cliente", "empresa",
        "organizacion", "azienda", "societa", "zakaznik", "spolecnost", "organizace",
        "organizacija", "podjetje", "stranka", "narocnik", "klient", "spolka", "bedrijf",
        "klant", "empresacliente", "relatedto", "institution", "institucija", "name", "公司",
        "客户", "会社", "顧客", "회사", "الشركة", "العميل", "организация", "компания",
    ),
    Field.PERSON: (
        "person", "people", "contact", "contacts", "contactname", "contactperson", "attendees",
        "attendee", "participants", "participant", "requiredattendees", "optionalattendees",
        "who", "with", "withwhom", "name", "fullname", "kontakt", "kontaktperson",
        "ansprechpartner", "teilnehmer", "personne", "participantes", "contacto", "contatto",
        "osoba", "osoby", "ucastnici", "kontaktniosoba", "udelezenci", "uczestnicy",
        "deelnemers", "contactpersoon", "联系人", "参加者", "담당자", "участники",
    ),
    Field.OURS: (
        "ours", "us", "owner", "accountmanager", "accountowner", "salesrep", "rep", "colleague",
        "colleagues", "host", "minister", "official", "assignedto", "meetingorganizer",
        "organizer", "organiser", "betreuer", "kundenbetreuer", "mitarbeiter", "responsable",
        "vendedor", "comercial", "obchodnik", "skrbnik", "opiekun", "verantwoordelijke",
    ),
    Field.KIND: (
        "kind", "type", "meetingtype", "contacttype", "activitytype", "channel", "medium",
        "how", "art", "kontaktart", "typ", "canal", "tipo", "typkontaktu", "druh", "vrsta",
        "nacin", "rodzaj", "soort",
    ),
    Field.PLACE: (
        "place", "location", "venue", "where", "site", "ort", "lieu", "lugar", "luogo",
        "misto", "kraj", "lokacija", "miejsce", "plaats", "地点", "場所", "المكان", "место",
    ),
    Field.PURPOSE: (
        "purpose", "subject", "reason", "topic", "agenda", "objective", "purposeofmeeting",
        "betreff", "thema", "zweck", "anlass", "objet", "sujet", "asunto", "motivo", "oggetto",
        "predmet", "ucel", "tema", "namen", "zadeva", "cel", "temat", "onderwerp", "title",
        "主题", "件名", "الموضوع", "тема",
    ),
    Field.SUMMARY: (
        "summary", "outcome", "result", "whathappened", "ergebnis", "zusammenfassung",
        "resultat", "resume", "resultado", "resumen", "riassunto", "vysledek", "shrnuti",
        "povzetek", "rezultat", "wynik", "samenvatting",
    ),
    Field.NOTES: (
        "notes", "note", "purposedetails", "details", "description", "comments", "comment",
        "remarks", "minutesofmeeting", "protocol", "body", "text", "notizen", "notiz",
        "bemerkung", "bemerkungen", "protokoll", "beschreibung", "remarques", "commentaire",
        "commentaires", "notas", "observaciones", "descripcion", "descrizione", "poznamka",
        "poznamky", "zapis", "popis", "opomba", "opombe", "opis", "uwagi", "notatki",
        "opmerkingen", "备注", "備考", "ملاحظات", "заметки",
    ),
    Field.DETAIL: (
        "function", "lobbyisttype", "institution", "institucija", "categories", "category",
        "nextsteps", "nextstep", "decision", "decisions", "actions", "followup",
    ),
    Field.STATUS: (
        "status", "meetingstatus", "state", "stav", "stato", "estado", "statut", "stanje",
        "stan",
    ),
    Field.CANCELLED_BY: (
        "cancelledby", "canceledby", "abgesagtvon", "annulepar", "canceladopor", "zrusil",
        "odpovedal",
    ),
    Field.REASON: (
        "cancellationreason", "reasonforcancellation", "cancelreason", "whycancelled",
        "absagegrund", "motifannulation", "motivocancelacion", "duvodzruseni",
    ),
}  # fmt: skip

# One column that names a meeting by itself ...
NAMING = (
    "id", "uid", "guid", "uuid", "meetingid", "eventid", "activityid", "recordid", "visitid",
    "callid", "iddogodka",
)  # fmt: skip
# ... or a number that does so only within the day and within what it was counted in.
COUNTING = (
    "key", "no", "nr", "number", "ref", "reference", "row", "rowid", "lfdnr", "numero", "poradi",
    "cislo", "stevilka",
)  # fmt: skip
COUNTED_IN = ("filename", "file", "document", "sheet", "page")
