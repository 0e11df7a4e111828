"""Whose word stands over an event, and whether a denial there is of this event or of what was said before."""

from quellenlage.model import Stance, Statement
from quellenlage.reading.events.context import Context


def at(context: Context, token: int) -> Stance:
    """Give the stance of the innermost statement; where that only asserts, of what confirms or denies it."""
    statement = context.statement(token)
    if statement is None:
        return Stance.ASSERTS
    outer = context.statements.get(statement.within or "")
    if outer is None or statement.stance is not Stance.ASSERTS:
        return statement.stance
    # *Berichte, das Werk sei verkauft, seien falsch, sagte sie.*
    carries = outer.stance is Stance.CONFIRMS or (
        outer.stance is Stance.DENIES and _spelt_out(context, context.clause_of[token])
    )
    return outer.stance if carries else statement.stance


def told_against(context: Context, token: int) -> bool:
    """Say whether a denial is of something else, and a verb told as true beside it: *Man habe gezahlt, entgegnete sie*.

    It stands in a main clause of its own that neither a verb of denying nor a noun (*Gerüchte, sie gehe*) governs.
    """
    n, statement = context.clause_of[token], context.statement(token)
    clause, words = context.clauses[n], context.words
    if statement is None or clause.kind != "main" or _spelt_out(context, n):
        return False
    here = {context.doc[i].lower_ for i in clause.tokens}
    if clause.lemma in words["verbs"]["denied"] or here & set(words["pointing"]["untrue"]):
        return False
    if any(context.clauses[k].lemma in words["verbs"]["denied"] for k in _cues(context, statement)):
        return clause.start > 0 and context.doc[clause.start - 1].text == ":"
    return True


def _cues(context: Context, statement: Statement) -> set[int]:
    """Give the clauses of the words that say that somebody speaks."""
    tokens = (i for span in statement.cue for i in range(*context.tokens(span)))
    return {context.clause_of[i] for i in tokens if context.clause_of[i] >= 0}


def _spelt_out(context: Context, n: int) -> bool:
    """Say whether a clause spells out the noun right before it: *Berichte, das Werk werde geschlossen*."""
    start = context.clauses[n].start
    index = context.group_of[start - 2] if start > 1 and context.doc[start - 1].text == "," else -1
    if index < 0:
        return False
    noun = context.doc[context.groups[index].head].lemma_.lower()
    return noun.endswith(tuple(context.words["pointing"]["nouns"]))
