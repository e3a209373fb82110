"""Other people's formats to neutral, typed values and domain values, and back.

What lives here: meeting logs from spreadsheets (`spreadsheet`, with the parts it is made of),
the program's own pack (`pack`, such as the sample journal), an account that is handed over
(`handover`: a pack, a page to read and files in one archive), and the report of an import. A
reader is told what to read and gives back values; it opens the one file that it was given, and
nothing else.
What it may import: the standard library and `journal.domain`.
What never belongs here: the journal file and SQL (an entry is compared with the journal in
`operations.importing`), and guessing where the file can be asked: an undecidable date order,
a missing column or an unknown field is refused in a sentence, never settled by luck.

Files from strangers are bounded before they are parsed (`decoding`), cleaned of what no text
should hold, and parsed in a process of their own (`apart`). `csv.Sniffer` is not used: it
needs minutes for a file of some hundred kilobytes.
"""
