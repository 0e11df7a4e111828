"""The verb complex of a German clause: finite verb, participles, infinitives, particle; tense, mood and voice."""

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc

from quellenlage.language import table

# Adjectives that make one verb with another: *bekannt geben*.
JOINED = frozenset({"bekannt"})
JOINING = frozenset({"geben", "machen", "werden"})
LONGEST_SUBJECT = 12
AS, CALLED = "wie", "als"
COMPARING = frozenset({AS, CALLED})
# *Die Sperre bleibt bestehen*: one verb.
REMAINING, STANDING = "bleiben", "bestehen"
# *Sie wies es von sich.*
POINTING, REJECTING = "weisen", "zurückweisen"
FULL = frozenset({"VVFIN", "VVINF", "VVPP", "VVIZU", "VVIMP"})
VERBAL = FULL | {"VAFIN", "VAINF", "VAPP", "VMFIN", "VMINF", "VMPP", "VAIMP", "PTKZU", "PTKVZ"}
MODALS = frozenset({"dürfen", "können", "mögen", "müssen", "sollen", "wollen"})


@lru_cache(maxsize=1)
def _adjectival() -> frozenset[str]:
    return frozenset(table("de", "clauses")["adjectival_participles"])


class VerbComplex(NamedTuple):
    """Token indices ascending, the main verb's lemma with its particle, and the grammatical categories."""

    finite: int | None
    verbs: tuple[int, ...]
    lemma: str
    mood: str
    tense: str
    konjunktiv: int
    modal: str | None
    passive: bool


@lru_cache(maxsize=1)
def _with_sein() -> frozenset[str]:
    return frozenset(table("de", "clauses")["perfect_with_sein"])


def verb_complex(doc: Doc, tokens: list[int]) -> VerbComplex:
    """Read the verb complex out of a clause's own tokens."""
    verbs = [i for i in tokens if _verbal(doc, i)]
    verbs = verbs[1:] if _is_compared(doc, tokens, verbs) else verbs
    finites = [i for i in verbs if doc[i].tag_.endswith("FIN")]
    last = bool(finites) and finites[-1] == tokens[-1] and not _looks_finite(doc, finites)
    finite = finites[-1] if last else finites[0] if finites else None
    plain = [i for i in verbs if doc[i].lower_ not in JOINED]
    lemma, modal = _main_lemma(doc, plain, finite), _modal(doc, verbs, finite)
    if len(plain) < len(verbs):
        verbs, lemma = (verbs, "bekannt" + lemma) if lemma in JOINING else (plain, lemma)
    lemma = REJECTING if lemma == POINTING and _is_off_oneself(doc, tokens) else lemma
    mood = (doc[finite].morph.get("Mood", []) or ["Ind"])[0] if finite is not None else ""
    konjunktiv = 0
    if finite is not None and mood == "Sub":
        konjunktiv = 2 if "Past" in doc[finite].morph.get("Tense", []) else 1
    return VerbComplex(
        finite,
        tuple(verbs),
        lemma,
        mood,
        _tense(doc, verbs, finite),
        konjunktiv,
        modal,
        _passive(doc, verbs, finite, lemma),
    )


def _is_off_oneself(doc: Doc, tokens: list[int]) -> bool:
    """Say whether somebody rejects something: *Sie wies die Vorwürfe von sich*."""
    return any(doc[a].lower_ == "von" and doc[b].tag_ == "PRF" for a, b in pairwise(tokens))


def _is_said_to_be(doc: Doc, i: int) -> bool:
    """Say whether a participle is what something is like or called, but no *mehr als verdoppelt*."""
    at = i - 2 if i > 1 and doc[i - 1].tag_ in {"ADJD", "ADV"} and doc[i - 2].lower_ == CALLED else i - 1
    if at < 0 or doc[at].lower_ not in COMPARING:
        return False
    return doc[at].lower_ == AS or (i + 1 < len(doc) and doc[i + 1].tag_ in {"VVPP", "PTKVZ", "VVINF"})


def _is_compared(doc: Doc, tokens: list[int], verbs: list[int]) -> bool:
    """Say whether the first verb is what the clause is compared to: *Anders als von ihm behauptet brannte es nicht*."""
    if len(verbs) < 2 or doc[verbs[0]].tag_ != "VVPP" or not doc[verbs[1]].tag_.endswith("FIN"):
        return False
    opens = any(doc[i].lower_ in COMPARING for i in tokens[:2])
    return opens and (len(verbs) > 2 or doc[verbs[1]].tag_ == "VVFIN")


def _looks_finite(doc: Doc, finites: list[int]) -> bool:
    """Say whether the last verb is a participle that looks finite, behind its auxiliary: *sie habe erklärt*."""
    auxiliary = len(finites) > 1 and doc[finites[0]].tag_ == "VAFIN" and doc[finites[0]].lemma_ == "haben"
    return auxiliary and doc[finites[-1]].tag_ == "VVFIN" and doc[finites[-1]].lower_.endswith("t")


def _verbal(doc: Doc, i: int) -> bool:
    if doc[i].lower_ in JOINED:
        return True
    # *Das Fest soll wie geplant stattfinden, wies Berichte als frei erfunden zurück.*
    if doc[i].tag_ == "VVPP" and _is_said_to_be(doc, i):
        return False
    return doc[i].tag_ in VERBAL and not (doc[i].tag_ == "PTKVZ" and doc[i].lower_ == "weiter")


def _main_lemma(doc: Doc, verbs: list[int], finite: int | None) -> str:
    full = [i for i in verbs if doc[i].tag_ in FULL]
    infinite = [i for i in full if i != finite]
    causative = finite is not None and doc[finite].lemma_ == "lassen" and bool(infinite)
    if not causative and finite is not None and finite in full and not any(doc[i].tag_ == "PTKZU" for i in verbs):
        main = finite
    else:
        main = (
            finite
            if finite in full and not causative
            else (infinite or verbs or [-1])[0]
            if finite is None or infinite
            else finite
        )
    if main is None or main < 0:
        return ""
    if not full:
        last = [i for i in verbs if doc[i].tag_ not in {"PTKZU", "PTKVZ"}]
        main = last[0] if last else main
    if doc[main].lemma_ == REMAINING and any(doc[i].lemma_ == STANDING and doc[i].tag_ == "VVINF" for i in verbs):
        return STANDING + REMAINING
    return with_particle(doc, verbs, main)


def _dagegen(doc: Doc, main: int, verbs: list[int]) -> bool:
    """Say whether *dagegen* ends the clause of *halten*, so that both are one verb: *…, hält die Stadt dagegen*."""
    if doc[main].lemma_ != "halten" or len(verbs) > 1:
        return False
    near = doc[main + 1 : main + LONGEST_SUBJECT]
    last = next((t for t in near if t.tag_ in {"$,", "$.", "$("}), None)
    return last is not None and last.nbor(-1).lower_ == "dagegen"


def _participle(doc: Doc, verbs: list[int], main: int) -> str:
    """Give the verb of a participle that looks like an adjective or like another verb, or nothing."""
    if doc[main].tag_ != "VVPP":
        return ""
    data, word = table("de", "clauses"), doc[main].lower_
    passive = any(doc[i].lemma_ == "werden" or doc[i].lower_ == "worden" for i in verbs)
    found: str = data["participles"].get(word) or (data["passive_participles"].get(word) if passive else None) or ""
    return found


def with_particle(doc: Doc, verbs: list[int], main: int) -> str:
    """Give the lemma of ``main``, with the particle that stands apart from it where there is one."""
    lemma = _participle(doc, verbs, main) or doc[main].lemma_
    if doc[main].tag_ == "VVIZU" and lemma == doc[main].lower_:
        head, _, tail = lemma.partition("zu")
        lemma = head + tail if head and tail else lemma
    if doc[main].i + 1 < len(doc) and _dagegen(doc, main, verbs):
        return "dagegen" + lemma
    particles = [i for i in verbs if doc[i].tag_ == "PTKVZ" and doc[i].lower_ != "weiter"]
    if particles and doc[main].tag_ in {"VVFIN", "VVIMP", "VAFIN", "VVINF"}:
        return doc[particles[-1]].lower_ + lemma
    return lemma


def _modal(doc: Doc, verbs: list[int], finite: int | None) -> str | None:
    order = ([finite] if finite is not None else []) + verbs
    return next((doc[i].lemma_ for i in order if doc[i].tag_.startswith("VM") and doc[i].lemma_ in MODALS), None)


def _tense(doc: Doc, verbs: list[int], finite: int | None) -> str:
    if finite is None:
        return ""
    aux, past = (
        doc[finite].lemma_,
        "Past" in doc[finite].morph.get("Tense", []) and "Sub" not in doc[finite].morph.get("Mood", []),
    )
    participle = next((i for i in verbs if doc[i].tag_ in {"VVPP", "VAPP"} and doc[i].lower_ != "worden"), None)
    worden = any(doc[i].lower_ == "worden" for i in verbs)
    perfect = (
        aux == "haben"
        or worden
        or (aux == "sein" and participle is not None and doc[participle].lemma_ in _with_sein())
    )
    if participle is not None and perfect:
        return "Pluperf" if past else "Perf"
    if aux == "werden" and any(doc[i].tag_ in {"VVINF", "VAINF", "VMINF"} for i in verbs):
        return "Fut"
    return "Past" if past else "Pres"


def _passive(doc: Doc, verbs: list[int], finite: int | None, lemma: str) -> bool:
    participle = any(doc[i].tag_ == "VVPP" for i in verbs)
    if not participle:
        return False
    if finite is not None and doc[finite].lemma_ == "sein" and any(doc[i].lower_ in _adjectival() for i in verbs):
        return False
    if any(doc[i].lemma_ == "werden" or doc[i].lower_ == "worden" for i in verbs):
        return True
    return finite is not None and doc[finite].lemma_ == "sein" and lemma not in _with_sein()
