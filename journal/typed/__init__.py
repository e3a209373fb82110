"""What people type, understood: dates and times, and the one line that takes every finding.

May import `journal.domain`, `journal.terms` and `journal.wording`. Never here: input and output,
the clock, Qt. What is typed is English; what is answered goes through the chosen language.

Why a grammar of our own and no library: the few that read dates decide by rules that nobody can
look up. Here each rule stands in `dates.py` and `findings.py` in words, what was understood is
always shown beside, other readings are offered, and what is not understood is kept and named.
"""
