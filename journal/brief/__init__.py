"""Paper: the pages that are taken along, as PDF. The only room that knows reportlab.

What lives here: what a page says (`parts`; `content` and its sections, `day_pack`,
`person_record`), in plain typed values without reportlab; how text is set (`faces`, `subsets`,
`direction`, `letters`, `setting`), how it stands on the paper (`styles`, `layout`, `figures`, with
`tags` for who listens) and what comes out (`document`, `framework`, `scene_pdf`).
It may import analysis, timeline, domain, resources and wording. It never reads a journal, never
asks for the time (`printed_at` is an argument) and never chooses where a file lies.

Why there is no Platypus and no markup: reportlab's paragraphs read their text as XML, embed local
images that the text names, and take quadratic time over line breaks. Here text goes from a string
to glyph codes in one place (`setting`), so nothing that somebody typed can be anything but text.
Platypus knows neither fallback faces nor right-to-left lines either, so little was left of it.
"""
