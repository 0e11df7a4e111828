"""Whether *soll* reports or plans, where no rule can tell: a logistic regression over the clause's words.

Its weights come with the encoder's (``training/statements.py``); without them, or with a pipeline that gives words no
vectors, nothing is decided here. What it sees is the vectors of the modal, the verb and the subject, and a few marks.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from quellenlage.reading.attribution.passage import Passage

HEARSAY = "hearsay"
SCALE = 8.0  # about the length of a word's vector, so that marks and vectors weigh alike
TENSES = ("Pres", "Past", "Perf")
SUBJECTS = ("PPER", "NN", "NE")

Vector = NDArray[np.floating[Any]]


def reports(passage: Passage, n: int, margin: float = 0.0) -> bool:
    """Say whether the *soll* of a clause is more likely hearsay than a plan, its log odds above ``margin``."""
    weights = passage.language.judge(HEARSAY)
    if weights is None or not len(passage.doc.tensor):
        return False
    return float(features(passage, n) @ weights[:-1] + weights[-1]) > margin


def features(passage: Passage, n: int) -> Vector:
    """Give what is looked at of clause ``n``: three vectors, one after the other, and the marks."""
    doc, clause = passage.doc, passage.clauses[n]
    verbs = [i for i in clause.verbs if doc[i].tag_.startswith("VV")]
    subject = clause.subject[1] - 1 if clause.subject else None
    places = (clause.finite, verbs[-1] if verbs else clause.finite, subject)
    nothing = np.zeros(doc.tensor.shape[1], dtype=np.float32)
    vectors = [nothing if place is None else doc.tensor[place] / SCALE for place in places]
    return np.concatenate([*vectors, np.array(_marks(passage, n, subject), dtype=np.float32)])


def _marks(passage: Passage, n: int, subject: int | None) -> list[bool]:
    doc, clause = passage.doc, passage.clauses[n]
    participle = any(doc[i].tag_ in {"VVPP", "VAPP"} for i in clause.verbs)
    auxiliary = {doc[i].lower_ for i in clause.verbs if i != clause.finite}
    planned = any(doc[i].lower_ in passage.words["hearsay"]["planning"] for i in clause.tokens)
    tag = "" if subject is None else doc[subject].tag_
    return [
        *(clause.tense == tense for tense in TENSES),
        *(tag == kind for kind in SUBJECTS),
        clause.mood == "Sub",
        clause.kind == "main",
        clause.negated,
        clause.passive,
        planned,
        participle and "haben" in auxiliary,
        participle and "sein" in auxiliary,
        participle and "worden" in auxiliary,
        clause.lemma in passage.words["hearsay"]["states"],
    ]
