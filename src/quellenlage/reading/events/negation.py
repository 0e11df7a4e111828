"""Which negation is of a clause as a whole, and which of a part: *nicht nur*, *nicht am Hafen, sondern in Bergen*."""

from quellenlage.reading.events.context import Context

# What a contrast can be about that is no verb.
BESIDES = frozenset({"ADV", "APPR", "APPRART", "ART", "CARD", "NE", "NN", "PPOSAT"})
REACH = 16
NEAR = 4
# Verbs that can stand beside another under one auxiliary.
HALVES = frozenset({"VVPP", "VVINF", "VVIZU"})


def negated(context: Context, clause: int, token: int | None = None) -> bool:
    """Say whether a clause is negated as a whole: not *nicht nur*, *nicht zuletzt*, *eine nicht genehmigte Feier*.

    With ``token`` say so of that word's half of it: *wurde nicht gefasst, sondern vernommen*.
    """
    c, words = context.clauses[clause], context.words["clauses"]
    for i in c.tokens:
        if context.doc[i].lower_ in words["negation"]:
            after = context.doc[i + 1] if i + 1 < len(context.doc) else None
            inside = after is not None and after.tag_ == "ADJA" and context.doc[i].tag_ == "PTKNEG"
            added = any(context.doc[k].text == "," for k in range(max(0, i - 2), i))
            contrast = (added and bool(c.verbs) and i > max(c.verbs)) or _is_other_part(context, i)
            contrast = contrast or _is_replaced(context, clause, i) or is_of_a_day(context, i)
            elsewhere = token is not None and is_of_other_half(context, clause, token, i)
            harmless = after is not None and after.lower_ in words["harmless_after_negation"]
            if not (inside or contrast or elsewhere or harmless):
                return True
    return False


def is_of_other_half(context: Context, clause: int, token: int, i: int) -> bool:
    """Say whether the word at ``i`` is not said of the one at ``token`` but of a verb beside it.

    *Sie hat gewonnen und ihn vielleicht entmutigt. Er wurde nicht gefasst, sondern vernommen.*
    """
    words = range(min(i, token) + 1, max(i, token))
    if i < token:
        turn = [k for k in words if context.doc[k].lower_ in context.words["clauses"]["instead"]]
        return bool(turn) and (any(i < k < turn[0] for k in context.clauses[clause].verbs))
    joint = next((k for k in words if context.doc[k].tag_ == "KON"), None)
    beside = (k for k in context.clauses[clause].verbs if k > i and context.doc[k].tag_ in HALVES)
    return joint is not None and context.doc[token].tag_ in HALVES and next(beside, None) is not None


def _is_other_part(context: Context, i: int) -> bool:
    """Say whether a negation behind *und* is of a part: *in Oslo und nicht in Bergen*, not *und nicht behandelt*."""
    behind = context.doc[i + 1].tag_ if i + 1 < len(context.doc) else ""
    joined = i > 0 and context.doc[i - 1].lower_ == "und" and context.doc[i].tag_ == "PTKNEG"
    return joined and behind in {*BESIDES, "KOKOM"}


def is_of_a_day(context: Context, i: int) -> bool:
    """Say whether only the day behind the negation is denied: *findet nicht am Freitag statt*, no *nicht bis*."""
    on, last = context.words["prepositions"]["on_a_day"], min(i + NEAR, len(context.doc))
    if i + 1 >= last or context.doc[i].tag_ != "PTKNEG" or context.doc[i + 1].lower_ not in on:
        return False
    time = next((t for k in range(i + 2, last) if (t := context.time_over(k))), None)
    return time is not None and time.form.startswith(("day", "weekday"))


def _is_replaced(context: Context, clause: int, i: int) -> bool:
    """Say whether only what stands behind the negation is denied: *nicht am Hafen, sondern in Bergen gefasst*.

    So is a figure: *Zwei und nicht drei Gäste starben*.
    """
    after = context.doc[i + 1] if i + 1 < len(context.doc) else None
    if after is None or after.tag_ not in BESIDES or context.doc[i].tag_ != "PTKNEG":
        return False
    before = [context.doc[k] for k in range(max(0, i - 2), i)]
    if [word.tag_ for word in (*before[:1], after)] == ["CARD", "CARD"] and before[-1].lower_ in {"und", ","}:
        return True
    end = context.doc[i].sent.end
    instead = context.words["clauses"]["instead"]
    found = next((k for k in range(i + 2, min(end, i + REACH)) if context.doc[k].lower_ in instead), None)
    if found is None:
        return False
    verbs = context.clauses[clause].verbs
    # *kommt nicht am Freitag heraus, sondern am Montag*: the verb is not what is replaced.
    return not any(i < k < found for k in verbs) or not any(k > found for k in verbs)
