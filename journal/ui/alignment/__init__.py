"""The Alignment tab of an account: their numbers, ours, and how each pair of them meets.

May import ui.shared. Nobody's words are made up here: a line says what was perceived, what was
checked, by whom, on which day, and nothing that was not recorded.
"""
