"""Verbs of two words that are one: *blieb stecken*, *stellte … sicher*."""

from quellenlage.reading.events.context import Context


def stopped(context: Context, clause: int, token: int) -> str | None:
    """Give the verb that an infinitive is with *bleiben*: *blieb stecken*, *war liegen geblieben*."""
    lists, lemma = context.words["auxiliaries"], context.lemma(token)
    if lemma not in lists["stopping"]:
        return None
    stays = (context.lemma(i) for i in context.clauses[clause].verbs if i != token)
    return next((lemma + verb for verb in stays if verb in lists["remaining"]), None)


def with_result(context: Context, clause: int, token: int, lemma: str) -> str:
    """Join a verb with the adjective at the end of its clause that makes one verb with it: *stellte … sicher*."""
    c = context.clauses[clause]
    last = context.doc[c.tokens[-1] - (context.doc[c.tokens[-1]].tag_ == "$.")]
    if token != c.finite or last.tag_ not in {"ADJD", "ADV"} or last.i <= token:
        return lemma
    joined = last.lower_ + lemma
    return joined if joined in context.frames.verbs else lemma
