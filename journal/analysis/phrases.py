"""When two phrases are the same words."""

import unicodedata


def same_words(text: str) -> str:
    """Return what is left of a phrase when only its words count.

    Case, accents' encoding, punctuation and white space are dropped, so that "Not a
    priority!" and "not a  priority" are the same. A text without any word stays as it is.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    bare = "".join(each if _is_word(each) else " " for each in folded)
    return " ".join(bare.split()) or text.strip()


def _is_word(character: str) -> bool:
    """Say whether a character belongs to a word: letters, marks and numbers do."""
    return unicodedata.category(character)[0] in "LMN"
