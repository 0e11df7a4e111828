"""What is certain in German whatever a tagger says, set behind the encoder: closed classes and known forms.

A learned tagger slips where it has seen little; the verbs that are auxiliaries or modals, the particle at the end of a
clause and the base forms in a dictionary leave nothing to learn.
"""

import itertools
from functools import lru_cache

import simplemma
from spacy.tokens import Doc, Token

from quellenlage.language import table
from quellenlage.language.de.infinitives import of_participle
from quellenlage.language.de.mood import finite
from quellenlage.language.de.offices import head
from quellenlage.model import Kind

MODALS = frozenset({"dürfen", "können", "mögen", "müssen", "sollen", "wollen"})
AUXILIARIES = frozenset({"haben", "sein", "werden"})
INFINITE_LIKE = frozenset({"VVINF", "VVFIN", "VVPP", "ADJD"})
NOMINAL = frozenset({"NN", "NE", "NNA", "FM"})
PASSIVE = frozenset({"wurde", "wurden"})
CLAUSE_ENDS = frozenset({"$.", "$,", "$(", "KON"})
OBLIQUE = frozenset({"den", "dem", "des", "einen", "einem", "eines"})
ARTICLES = frozenset({"das", "dem", "den", "der", "des", "die", "ein", "eine", "einem", "einen", "einer", "eines"})
FAR = 25  # words between two verbs of one auxiliary
OPENS = frozenset({"„", "“", '"', "»", "«", "‚", ":", "(", "–", "-"})


def settle(doc: Doc) -> Doc:
    """Set tags and lemmas right that are certain."""
    universal: dict[str, str] = table("de", "stts")["universal"]
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        passive = any(word.lower_ in PASSIVE for word in words) and not any(word.tag_ == "VMFIN" for word in words)
        tags = [_sure(words, i, passive) for i in range(len(words))]
        for token, sure in zip(words, tags, strict=True):
            tag = sure
            if sure[0] == "V":
                known = table("de", "stts")["finite"].get(token.lower_) if sure == "VVFIN" else None
                token.lemma_ = known or _verb(token.lower_, token.lemma_, participle=sure == "VVPP")
                tag = _class(sure, token.lemma_)
            if tag != token.tag_:
                token.tag_, token.pos_ = tag, universal.get(tag, token.pos_)
                _set_form(token, tag)
            if tag.endswith("FIN"):
                _set_tense(token)
    return doc


def _sure(words: list[Token], i: int, passive: bool) -> str:
    """Give the tag of a word; in a ``passive`` sentence of the past what looks like an infinitive is a participle."""
    token, tag = words[i], words[i].tag_
    if tag == "PAV":
        return "PROAV"
    seen = "NN" if tag == "ADJA" and _is_title(words, i) else _by_neighbours(words, i)
    if seen:
        return seen
    if tag == "VVINF" and passive and words[i - 1].tag_ != "PTKZU":
        return "VVPP"
    if i and token.text[:1].isupper() and words[i - 1].text not in OPENS and (tag[0] == "V" or _is_foreign(token)):
        return "NN" if tag[0] == "V" else "NE"
    if (
        tag == "ART"
        and token.lower_ in {"das", "die", "der"}
        and i + 1 < len(words)
        and words[i + 1].tag_.endswith("FIN")
    ):
        return "PDS"
    return "ART" if tag == "PRELS" and _article(words, i) else tag


def _is_title(words: list[Token], i: int) -> bool:
    """Say whether what looks like an adjective is what somebody is, before his name: *sagte Verteidiger Lund*."""
    named = i and i + 1 < len(words) and words[i + 1].tag_ == "NE" and words[i].text[:1].isupper()
    found = head(words[i].text) if named and words[i - 1].tag_ not in {"ART", "PPOSAT", "PDAT"} else None
    return found is not None and found.kind is Kind.PERSON


def _is_foreign(token: Token) -> bool:
    """Say whether an article is none of German, and so part of a name: *in Las Palmas, der Hafen von Le Havre*."""
    return token.tag_ == "ART" and token.lower_ not in ARTICLES


def _article(words: list[Token], i: int) -> bool:
    """Say whether a relative pronoun is the article of who acts: „Er soll gehen, das Unternehmen dementierte.“

    Who acts has an article, and behind a verb there is nothing near that a relative clause could be about.
    """
    if words[i].lower_ not in {"das", "der", "die"} or i < 2 or words[i - 1].tag_ != "$,":
        return False
    if words[i - 2].tag_ in {*NOMINAL, "CARD"} or [word.tag_ for word in words[i + 1 : i + 2]] != ["NN"]:
        return False
    return [word.tag_[-3:] for word in words[i + 2 : i + 3]] == ["FIN"] and head(words[i + 1].text) is not None


def _by_neighbours(words: list[Token], i: int) -> str:
    """Give the tag of a verb that its neighbours or a *zu* inside leave no choice, or nothing."""
    tag = words[i].tag_
    if _to_do(words, i + 1):
        return "PTKZU"
    if _to_do(words, i):
        return "VVINF"
    if tag in INFINITE_LIKE and _holds_zu(words[i].text):
        return "VVIZU"
    if _is_participle(words, i):
        return "VVPP"
    finite = (tag == "VVPP" and _alone(words, i)) or (tag == "ADJA" and _second_verb(words, i))
    return "VVFIN" if finite else ""


def _is_participle(words: list[Token], i: int) -> bool:
    """Say whether what looks like another form can only be a participle where it stands."""
    tag = words[i].tag_
    if tag == "ADJD":
        return words[i].lower_ in _moved() and _is_behind_being(words, i)
    if tag == "VVFIN" and _second_participle(words, i):
        return True
    return (tag == "VVINF" and _after_having(words, i)) or (tag in {"VVINF", "VVFIN"} and _first_participle(words, i))


def _alone(words: list[Token], i: int) -> bool:
    """Say whether a participle that may be finite too is the only verb: „Die Polizei ermittelt, ein Mann wird gesucht.“

    A headline leaves out article and auxiliary (*Mann verhaftet*), and what goes on the auxiliary alone (*…, eine Frau
    verletzt*); a sentence that begins with its subject has a finite verb.
    """
    word = words[i].lower_
    if not word.endswith("t") or not word.startswith(_inseparable()) or not word.isalpha():
        return False
    begin = i
    while begin and words[begin - 1].tag_ not in CLAUSE_ENDS:
        begin -= 1
    subject = [word.tag_ for word in words[begin:i]]
    if not subject or subject[0] not in {"ART", "PPOSAT"} or set(subject[1:]) - {"ADJA", "NN", "NE", "NNA"}:
        return False
    if words[begin].lower_ in OBLIQUE or (begin and words[begin - 1].tag_ not in {"$.", "$("}):
        return False
    return i + 1 == len(words) or words[i + 1].tag_ in {"$.", "$,"}


@lru_cache(maxsize=1)
def _inseparable() -> tuple[str, ...]:
    return tuple(table("de", "stts")["inseparable"])


@lru_cache(maxsize=1)
def _moved() -> frozenset[str]:
    """Give the participles that make their perfect with *sein*, of those that are taken for adjectives."""
    data = table("de", "clauses")
    return frozenset(word for word, verb in data["participles"].items() if verb in data["perfect_with_sein"])


def _is_behind_being(words: list[Token], i: int) -> bool:
    """Say whether a form of *sein* is the verb of the clause that ends here: „ist am Abend ein Zug entgleist“."""
    for word in reversed(words[:i]):
        if word.tag_ in {"$.", "$,", "KOUS", "VVPP", "PRELS", "KON"}:
            return False
        if word.tag_[0] == "V":
            return word.tag_ == "VAFIN" and word.lemma_ == "sein"
    return False


def _to_do(words: list[Token], i: int) -> bool:
    """Say whether word ``i`` is an infinitive with *zu*: „davor, das Wasser zu trinken“, „sie baten, zu bleiben“."""
    if not 0 < i < len(words) or words[i - 1].lower_ != "zu" or words[i - 1].tag_ not in {"PTKZU", "APPR"}:
        return False
    token = words[i]
    return token.tag_[0] == "V" and token.text.islower() and token.text.endswith("n")


@lru_cache(maxsize=50_000)
def _holds_zu(form: str) -> bool:
    """Say whether *zu* stands between a particle and its verb: „voranzutreiben“, but not „hinzukommen“."""
    particles = table("de", "stts")["particles"]
    if not form.islower() or not form.endswith("n"):
        return False
    parts = ((p, form[len(p) + 2 :]) for p in particles if form.startswith(p + "zu") and p + "zu" not in particles)
    return any(len(rest) > 3 and simplemma.is_known(p + rest, lang="de") for p, rest in parts)


def _second_participle(words: list[Token], i: int) -> bool:
    """Say whether what looks finite is the second of two participles: „sie festgehalten und versucht zu haben“."""
    if i < 2 or words[i - 1].tag_ != "KON" or words[i - 2].tag_ != "VVPP" or not words[i].lower_.endswith(("t", "en")):
        return False
    after = [word.tag_ for word in words[i + 1 : i + 3]]
    return after == ["PTKZU", "VAINF"] or after[:1] == ["VAINF"]


def _first_participle(words: list[Token], i: int) -> bool:
    """Say whether a possible infinitive is the first of two participles: „dass man es verladen und verkauft habe“."""
    if of_participle(words[i].lower_) != words[i].lower_:
        return False
    joined = False
    for k in range(i + 1, min(i + FAR, len(words) - 1)):
        tag = words[k].tag_
        if tag in {"$,", "$."} or tag.endswith("FIN"):
            return False
        joined = joined or tag == "KON"
        if joined and tag == "VVPP":
            return words[k + 1].tag_[:2] == "VA"
    return False


def _after_having(words: list[Token], i: int) -> bool:
    """Say whether a possible infinitive is the participle of a perfect: „sie hätten das Haus verlassen“."""
    last = i + 1 == len(words) or words[i + 1].tag_ in CLAUSE_ENDS
    if not last or of_participle(words[i].lower_) != words[i].lower_:
        return False
    before = itertools.takewhile(
        lambda word: word.tag_ not in {"$.", "$,", "KOUS", "KON", "PRELS"}, reversed(words[:i])
    )
    verbs = [word for word in before if (word.tag_[0] == "V" and word.text[0].islower()) or word.tag_ == "PTKZU"]
    return len(verbs) == 1 and verbs[0].tag_ == "VAFIN" and verbs[0].lower_.startswith(("hab", "hat", "hätt"))


def _second_verb(words: list[Token], i: int) -> bool:
    """Say whether what looks like an adjective is a second verb: „Sie zogen vor das Haus und skandierten Sprüche“.

    An adjective in *-ten* has an article before it, or a noun in the dative behind it.
    """
    if i < 3 or i + 1 >= len(words) or words[i - 1].tag_ != "KON" or words[i - 2].tag_ not in NOMINAL:
        return False
    noun, past = words[i + 1], words[i].text.islower() and words[i].text.endswith("ten")
    verb = _verb(words[i].lower_, "") if past else ""
    if not verb or words[i].lower_[:2] == "ge" != verb[:2] or noun.tag_ != "NN" or noun.text.endswith(("n", "s")):
        return False
    begin = next((k for k in range(i - 2, 0, -1) if words[k].tag_ in {"$.", "$,"}), 0)
    end = next((k for k in range(i + 1, len(words)) if words[k].tag_ in {"$.", "$,"}), len(words))
    finite = [k for k in range(begin, end) if words[k].tag_.endswith("FIN")]
    return bool(finite) and finite[-1] < i and words[finite[-1]].lower_.endswith("n")


@lru_cache(maxsize=50_000)
def _verb(form: str, lemma: str, *, participle: bool = False) -> str:
    """Give the infinitive of a form by the dictionary, else as it was predicted; of a participle by its parts."""
    listed = table("de", "stts")["lemmas"].get(form)
    if participle and not listed and (made := of_participle(form)):
        return made
    found = listed or simplemma.lemmatize(form, lang="de")
    return (
        str(found)
        if found.endswith("n") and (listed or found != form or simplemma.is_known(form, lang="de"))
        else lemma
    )


def _class(tag: str, lemma: str) -> str:
    kind = "VM" if lemma in MODALS else "VA" if lemma in AUXILIARIES else "VV"
    made = kind + tag[2:]
    return "VVINF" if made in {"VMIZU", "VAIZU"} else made


def _set_form(token: Token, tag: str) -> None:
    """Keep the verb's form true to a tag that was changed."""
    if tag.endswith("PP"):
        token.set_morph("VerbForm=Part")  # type: ignore[attr-defined]
    elif tag.endswith("INF"):
        token.set_morph("VerbForm=Inf")  # type: ignore[attr-defined]
    elif tag.endswith("FIN") and "VerbForm=Fin" not in str(token.morph):
        token.set_morph(finite(token.lower_, token.lemma_).morph)  # type: ignore[attr-defined]


def _set_tense(token: Token) -> None:
    """Set an indicative's tense by its form, which says it but for a few verbs."""
    if "Mood=Ind" in str(token.morph):
        features = token.morph.to_dict() | {"Tense": finite(token.lower_, token.lemma_, True).tense}
        token.set_morph(features)  # type: ignore[attr-defined]
