"""Who is accused in court, as the sentence with the name says: *Die Anklage wirft Eva Lund Betrug vor*."""

from quellenlage.language import table
from quellenlage.language.de.offices import head
from quellenlage.language.de.words import Words
from quellenlage.model import Kind

# So many words of a title may stand between *gegen* and a name: *gegen die frühere Leiterin Eva Lund*.
LONGEST_TITLE = 4


def is_accused(words: Words, begin: int, end: int) -> bool:
    """Say whether the person named by words ``begin`` to ``end`` is accused: *Prozess gegen X*, *wirft X … vor*."""
    before = _title(words, begin)
    if words.at(before - 1, begin).lower() == "gegen":
        return words.at(before - 2, begin).lower().endswith(tuple(table("de", "names")["charges"]))
    if words.tag_at(before - 1, begin).endswith("FIN") and words.lemma[before - 1] in {"werfen", "vorwerfen"}:
        return _blames(words, before - 1) and _has_particle(words, end)
    return False


def _title(words: Words, i: int) -> int:
    """Walk back over the article, adjectives and noun before a name."""
    for _ in range(LONGEST_TITLE):
        if words.tag_at(i - 1, i) not in {"ART", "ADJA", "NN"}:
            break
        i -= 1
    return i


def _blames(words: Words, verb: int) -> bool:
    """Say whether the subject before the verb is who accuses in court: *Die Staatsanwaltschaft wirft …*."""
    noun = head(words.text[verb - 1]) if words.tag_at(verb - 1, verb) == "NN" else None
    by = words.at(verb - 1, verb).lower()
    return by == "anklage" or (noun is not None and noun.kind is Kind.ORGANISATION and by.endswith("anwaltschaft"))


def _has_particle(words: Words, i: int) -> bool:
    while words.at(i, i - 1):
        if words.text[i].lower() == "vor":
            return True
        i += 1
    return False
