"""Which negation is of a clause as a whole, and which of a part: *nicht nur*, *nicht am Hafen, sondern in Bergen*."""

from quellenlage.reading.events.context import Context

# What a contrast can be about that is no verb.
BESIDES = frozenset({"ADV", "APPR", "APPRART", "ART", "CARD", "NE", "NN", "PPOSAT"})
REACH = 16


def negated(context: Context, clause: int) -> bool:
    """Say whether a clause is negated as a whole: not *nicht nur*, *nicht zuletzt*, *eine nicht genehmigte Feier*."""
    c, words = context.clauses[clause], context.words["clauses"]
    for i in c.tokens:
        if context.doc[i].lower_ in words["negation"]:
            after = context.doc[i + 1] if i + 1 < len(context.doc) else None
            inside = after is not None and after.tag_ == "ADJA" and context.doc[i].tag_ == "PTKNEG"
            contrast = i > 0 and context.doc[i - 1].text == "," and bool(c.verbs) and i > max(c.verbs)
            contrast = contrast or _is_replaced(context, clause, i)
            if not inside and not contrast and (after is None or after.lower_ not in words["harmless_after_negation"]):
                return True
    return False


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
    return found is not None and not any(i < k < found for k in context.clauses[clause].verbs)
