"""Words that name an event: verbs by lemma, nouns by their own or their compound's last part; one trigger an event."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quellenlage.reading.events.acting import acts
from quellenlage.reading.events.compounds import ends_in
from quellenlage.reading.events.context import COMMON, Context
from quellenlage.reading.events.frames import Group
from quellenlage.reading.events.headlines import in_headline
from quellenlage.reading.events.negation import HALVES
from quellenlage.reading.events.turning_out import turns_out
from quellenlage.reading.events.two_words import stopped, with_result

if TYPE_CHECKING:
    from quellenlage.language.de.clauses import Clause

FULL = frozenset({"VVFIN", "VVINF", "VVPP", "VVIZU", "VVIMP"})
DESCRIBING = frozenset({"ADJA", "ART", "PDAT", "PPOSAT"})
FUNCTION = frozenset({"APPR", "APPRART", "KOUI", "PTKA", "PTKZU"})
# *rollen wieder* is no *wiederrollen*.
AGAIN = "wieder"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an event. ``verb`` says whether it is one; ``group_index`` is a noun's noun group.

    ``bearer`` is the lemma of the verb that carries a noun's event (*führte Gespräche*), which is then no event itself;
    ``attributive`` marks a participle before what it happened to (*gefälschte Belege*).
    """

    token: int
    clause: int
    group: Group
    lemma: str
    verb: bool
    group_index: int = -1
    bearer: str | None = None
    attributive: bool = False


def find(context: Context) -> Iterator[Trigger]:
    """Give the triggers of all clauses in text order, one for each event that a clause speaks of."""
    for n in range(len(context.clauses)):
        verbs = [*_verbs(context, n), *_predicates(context, n)]
        used = {token for trigger in verbs if not trigger.group.apart for token in needed(context, trigger)}
        used = {token for token in used if not _sets_scene(context, token)}
        nouns = [t for t in _nouns(context, n) if t.token not in used and not _same_event(context, t, verbs)]
        yield from sorted(verbs + nouns, key=lambda t: t.token)


def _sets_scene(context: Context, token: int) -> bool:
    """Say whether a noun says at which event something happens: *bei der Wahl gewonnen*, not *die Wahl gewonnen*."""
    index = context.group_of[token]
    lists = context.words["prepositions"]
    return index >= 0 and context.preposition(context.groups[index]) in {*lists["at"], *lists["behind"]}


def segment(context: Context, trigger: Trigger) -> tuple[int, int]:
    """Give the tokens that belong to the trigger: of *ist in Oslo eingetroffen und in Bergen gelandet* its own half."""
    clause = context.clauses[trigger.clause]
    begin, end = clause.start, clause.end
    if not trigger.verb:
        return begin, end
    for i in clause.verbs:
        if i == trigger.token or context.doc[i].tag_ not in HALVES or context.doc[trigger.token].tag_ not in HALVES:
            continue
        joint = next(
            (k for k in range(min(i, trigger.token), max(i, trigger.token)) if context.doc[k].tag_ == "KON"), None
        )
        if joint is not None and i < trigger.token:
            begin = max(begin, i + 1)
        elif joint is not None:
            end = min(end, trigger.token + 1)
    return begin, end


def verb_lemma(context: Context, clause: int, token: int) -> str:
    """Give the infinitive of a full verb of a clause, with its particle."""
    found = stopped(context, clause, token) or _verb_lemma(context, clause, token)
    found = with_result(context, clause, token, found)
    for wrong, right in context.words["verb_endings"].items():
        if found.endswith(wrong):
            return found.removesuffix(wrong) + str(right)
    return found


def _verb_lemma(context: Context, clause: int, token: int) -> str:
    c = context.clauses[clause]
    others = [i for i in c.verbs if context.doc[i].tag_ in FULL]
    if c.lemma.startswith(AGAIN) and any(context.doc[i].lower_ == AGAIN for i in c.verbs):
        return c.lemma.removeprefix(AGAIN)
    if (others == [token] and context.doc[token].tag_ != "VVINF") or (
        token == c.finite and c.lemma.endswith(context.lemma(token))
    ):
        listed: str | None = context.words["lemmas"].get(context.doc[token].lower_)
        return listed or c.lemma
    lemma = context.lemma(token)
    if context.doc[token].tag_ == "VVIZU" and lemma not in context.frames.verbs:
        head, _, tail = lemma.partition("zu")
        return head + tail if head and tail else lemma
    return lemma


def _verbs(context: Context, n: int) -> Iterator[Trigger]:
    for token in context.clauses[n].verbs:
        if context.doc[token].tag_ not in FULL or not context.readable(token) or turns_out(context, n):
            continue
        lemma = verb_lemma(context, n, token)
        for group in context.frames.verbs.get(lemma, ()):
            trigger = Trigger(token, n, group, lemma, verb=True)
            if holds(context, trigger):
                yield trigger
                break


def _predicates(context: Context, n: int) -> Iterator[Trigger]:
    """Give adjectives that say with a copula that something has happened or will: *ist tot, wird teurer*."""
    for i in context.clauses[n].tokens:
        group = context.frames.adjectives.get(context.doc[i].lower_)
        if group is None or not _can_be_predicate(context, i) or not context.readable(i):
            continue
        trigger = Trigger(i, n, group, context.doc[i].lower_, verb=True)
        worded = not group.with_words or _has_words(context, n, group)
        if worded and (not group.needs or needed(context, trigger)) and _copulas(context, n) & group.only_with:
            yield trigger


def _can_be_predicate(context: Context, i: int) -> bool:
    """Say whether a word can be one: no adjective before a noun, no preposition; *sind zu* ends what it stands in."""
    tag, after = context.doc[i].tag_, context.doc[i + 1].tag_ if i + 1 < len(context.doc) else "$."
    return tag != "ADJA" and (tag not in FUNCTION or after in {"$.", "$,", "KON"})


def _copulas(context: Context, n: int) -> set[str]:
    clause = context.clauses[n]
    return {clause.lemma} | {context.lemma(i) for i in clause.verbs}


def holds(context: Context, trigger: Trigger) -> bool:
    """Say whether a verb group's conditions are met in its clause."""
    group = trigger.group
    if group.needs and not needed(context, trigger):
        return False
    return _fits(context, trigger) and (not group.animate or acts(context, trigger.clause))


def _fits(context: Context, trigger: Trigger) -> bool:
    """Say whether voice, words and phrases of the clause are those of the group."""
    group, clause = trigger.group, context.clauses[trigger.clause]
    nouns = _noun_lemmas(context, trigger.clause)
    reflexive = any(context.doc[i].tag_ == "PRF" for i in clause.tokens)
    if (group.passive and not clause.passive) or (group.reflexive and not reflexive):
        return False
    if group.no_object and (clause.passive or _affects(context, trigger.clause)):
        return False
    if group.not_with and any(word.endswith(tuple(group.not_with)) for word in nouns.values()):
        return False
    prepositions = {p.preposition for p in context.phrases(trigger.clause)}
    if group.not_by & prepositions or (group.things and _event_subject(context, trigger.clause)):
        return False
    if group.with_words and not _has_words(context, trigger.clause, group) and not (group.things and _is_past(clause)):
        return False
    return not group.needs_filler or _has_object(context, trigger) or bool(prepositions & group.by.keys())


def _affects(context: Context, n: int) -> bool:
    """Say whether a clause has an object that something is done to: *brach ein Fenster auf*, not *brach Montag auf*."""
    subject = context.subject(n)
    bare = (p.groups[0] for p in context.phrases(n) if p.preposition is None and not p.genitive)
    found = (context.groups[index] for index in bare if index != subject)
    return any(context.doc[g.head].tag_ in COMMON and not context.times_in(g.start, g.end) for g in found)


def _is_past(clause: "Clause") -> bool:
    return clause.tense in {"Past", "Perf", "Pluperf"} or clause.finite is None


def _has_words(context: Context, clause: int, group: Group) -> bool:
    return not group.with_words.isdisjoint(context.doc[i].lower_ for i in context.clauses[clause].tokens)


def _event_subject(context: Context, clause: int) -> bool:
    """Say whether the subject is itself an event: *die Feier*, *der Unterricht*, which does not break down."""
    subject = context.subject(clause)
    return subject is not None and (context.names_event(subject) or _names_occasion(context, subject))


def _names_occasion(context: Context, group: int) -> bool:
    """Say whether a noun group is headed by something that is held and can be called off: *Unterricht*."""
    head = context.doc[context.groups[group].head].lemma_.lower()
    return head.endswith(tuple(context.words["occasions"]["heads"]))


def _noun_lemmas(context: Context, n: int) -> dict[int, str]:
    doc = context.doc
    return {i: doc[i].lemma_.lower() for i in context.clauses[n].tokens if doc[i].tag_ in COMMON or doc[i].tag_ == "NE"}


def needed(context: Context, trigger: Trigger) -> list[int]:
    """Give the nouns that the verb needs to name its event, by their last part."""
    needs = trigger.group.needs
    if not needs or not trigger.verb:
        return []
    found = _noun_lemmas(context, trigger.clause)
    return [
        i
        for i, word in found.items()
        if word in needs
        or context.doc[i].lower_ in needs
        or (_is_compound(context, i) and ends_in(word, needs, context.language.code))
    ]


def _is_compound(context: Context, i: int) -> bool:
    """Say whether a word may be made of others: no name, but for one with a hyphen (*Meier-Besuch*)."""
    return context.doc[i].tag_ != "NE" or "-" in context.doc[i].text


def _has_object(context: Context, trigger: Trigger) -> bool:
    clause = context.clauses[trigger.clause]
    if clause.passive:
        return clause.subject is not None
    bare = [p for p in context.phrases(trigger.clause) if p.preposition is None and not p.genitive]
    subject = context.subject(trigger.clause)
    real = [p for p in bare if subject not in p.groups and context.doc[context.groups[p.groups[0]].head].tag_ != "PRF"]
    return bool(real) or clause.kind == "relative" or (clause.subject is None and bool(clause.objects))


def _nouns(context: Context, n: int) -> Iterator[Trigger]:
    for i in context.clauses[n].tokens:
        token = context.doc[i]
        if token.tag_ not in COMMON and not (token.tag_ == "NE" and ("-" in token.text or _unnamed(context, i))):
            continue
        found = _of_noun(context, i)
        if not found or not context.readable(i) or inside_name(context, i):
            continue
        group, head = found
        if group.only_with and context.clauses[n].lemma not in group.only_with:
            continue
        if _only_called(context, n, i) or is_behind(context, i, group) or is_no_event_here(context, i):
            continue
        if group.with_words and not _is_worded(context, i, group):
            continue
        if (group.needs or group.counted or group.needs_filler) and not _particular(context, i, group):
            continue
        yield Trigger(
            i,
            n,
            group,
            _noun_lemma(context, i, head),
            verb=False,
            group_index=context.group_of[i],
            bearer=_bearer(context, n, i),
        )


def is_no_event_here(context: Context, i: int) -> bool:
    """Say whether a noun is part of a holiday's name or ends another: *Tag der Befreiung, Abschluss des Treffens*."""
    index, words = context.group_of[i], context.words["not_here"]
    if index < 0:
        return False
    start = context.groups[index].start
    before = context.doc[start - 1].lower_ if start else ""
    named = before in words["days"] and "G" in context.groups[index].case
    behind = next(context.behind(index), None)
    ends = context.doc[i].lemma_.lower() in words["ends"] and behind is not None and behind.genitive
    if named and context.doc[i].lemma_.lower() in words["celebrated"]:
        return True
    if not ends or behind is None:
        return False
    found = context.event_noun(context.doc[context.groups[behind.groups[0]].head].lemma_)
    # *Der Abschluss des Vertrags* is an event.
    return found is not None and found[0].frame.family not in words["concluded"]


def _is_worded(context: Context, i: int, group: Group) -> bool:
    """Say whether the words that a noun asks for stand in its clause, or in its own group."""
    if not group.beside:
        return _has_words(context, context.clause_of[i], group)
    index = context.group_of[i]
    start = context.groups[index].start if index >= 0 else i
    # An empty word lets the noun stand alone: *Aus für die Brauerei*.
    return any(word in group.with_words for word in [context.doc[k].lower_ for k in range(start, i)] or [""])


def is_behind(context: Context, i: int, group: Group) -> bool:
    """Say whether a noun stands behind a preposition with which it means something else: *am Empfang*."""
    index = context.group_of[i]
    return index >= 0 and context.preposition(context.groups[index]) in group.not_by


def _of_noun(context: Context, i: int) -> tuple[Group, str] | None:
    token = context.doc[i]
    other = context.words["courts"]["called"].get(token.lemma_.lower())
    if other and context.in_court:
        return context.event_noun(other)
    return context.event_noun(token.lemma_) or context.event_noun(token.text)


def _noun_lemma(context: Context, i: int, head: str) -> str:
    """Give the noun's base form; of *Meier-Besuch* the part that names the event."""
    lemma = context.doc[i].lemma_
    last = lemma.rsplit("-", 1)[-1]
    return last if last.lower() == head else lemma


def _only_called(context: Context, n: int, i: int) -> bool:
    """Say whether something is only called so: *Sie nannte den Beschluss einen Staatsstreich*."""
    index = context.group_of[i]
    if context.clauses[n].lemma not in context.words["naming"]["verbs"] or index < 0:
        return False
    words = {context.doc[k].lemma_ for k in range(context.groups[index].start, i)}
    return not words.isdisjoint(context.words["clauses"]["indefinite"])


def _unnamed(context: Context, i: int) -> bool:
    """Say whether a word taken for a name is none: no part of one (*Razzia in Oslo*), or described (*das Embargo*)."""
    token = context.doc[i]
    known = context.frames.of_noun(token.text)
    whole = known is not None and known[1] == token.lower_
    if whole and i and context.doc[i - 1].tag_ in DESCRIBING:
        return True
    return whole and not any(m.span.start <= token.idx < m.span.end for m in context.mentions_in(max(0, i - 6), i + 1))


def inside_name(context: Context, i: int) -> bool:
    """Say whether a noun is part of a longer name (*Gipfel-Hotel Adler*)."""
    token = context.doc[i]
    found = context.mentions_in(max(0, i - 6), i + 1)
    return any(
        m.form == "name" and m.span.start <= token.idx < m.span.end and m.span.end - m.span.start > len(token)
        for m in found
    )


def _particular(context: Context, i: int, group: Group) -> bool:
    if group.counted and in_headline(context, i) and not context.clauses[context.clause_of[i]].verbs:
        return True
    if group.counted:
        index = context.group_of[i]
        start = context.groups[index].start if index >= 0 else i
        words = [context.doc[j] for j in range(start if start < i else max(0, i - 1), i)]
        # *die Trauerfeier für die drei Toten*: they are known.
        known = any(w.tag_ == "ART" and w.lower_ not in context.words["clauses"]["indefinite"] for w in words)
        return not known and any(w.tag_ == "CARD" or w.lower_ in context.words["figures"]["words"] for w in words)
    if group.needs_filler:
        behind = context.behind(context.group_of[i]) if context.group_of[i] >= 0 else ()
        return any(p.preposition in group.by or (p.genitive and p.to == context.group_of[i]) for p in behind)
    return any(
        ends_in(word, group.needs, context.language.code) or word in group.needs
        for word in _noun_lemmas(context, context.clause_of[i]).values()
    )


def _bearer(context: Context, n: int, token: int) -> str | None:
    lemma = context.clauses[n].lemma.lower()
    verbs = context.words["verbs"]
    if not any(lemma in verbs[kind] for kind in ("support", "begin", "continue", "end")):
        return None
    return lemma if borne(context, n, context.group_of[token]) else None


def borne(context: Context, clause: int, index: int) -> bool:
    """Say whether a noun is what its clause's verb speaks of: its subject, its object, or part of a support verb."""
    if index < 0:
        return False
    group = context.groups[index]
    if group.preposition is None:
        return not any(p.genitive and index in p.groups for p in context.phrases(clause))
    verb = f"{context.clauses[clause].lemma} {context.preposition(group)}"
    return verb in context.words["verbs"]["prepositional"] and not begins_with(context, clause, index)


def begins_with(context: Context, clause: int, index: int) -> bool:
    """Say whether what begins is named, and the noun only says how: *Das Spiel begann mit zwei Stunden Verspätung*."""
    subject = context.subject(clause)
    begins = context.clauses[clause].lemma in context.words["verbs"]["begin"]
    return begins and subject not in {None, index} and context.names_event(subject or 0)


def _same_event(context: Context, noun: Trigger, verbs: list[Trigger]) -> bool:
    """Say whether a noun only repeats the verb's event: *liefert eine Lieferung*, *kommt zu Gesprächen zusammen*."""
    prepositions = context.words["prepositions"]
    group = context.groups[noun.group_index] if noun.group_index >= 0 else None
    preposition = context.preposition(group) if group else None
    apart = (
        preposition in prepositions["behind"]
        or preposition in prepositions["ahead"]
        or preposition in prepositions["at"]
    )
    return not apart and any(noun.group.frame.family == verb.group.frame.family for verb in verbs)
