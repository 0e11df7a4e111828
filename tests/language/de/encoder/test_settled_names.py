"""Names set right where grammar is certain; all examples are our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.language.de.encoder.settled_names import settled

SETTLED = [
    ("der Bundesverband Deutscher Bootsbauer", "ART NN ADJA NN", "O B-ORG B-ORG I-ORG", "O B-ORG I-ORG I-ORG"),
    ("die Gewerkschaft Hansen", "ART NN NE", "O O B-PER", "O O B-ORG"),
    ("die Gewerkschaft Bau und Holz", "ART NN NN KON NN", "O O B-ORG O O", "O O B-ORG I-ORG I-ORG"),
    ("die Gewerkschaft Hansen und Arbeitgeber", "ART NN NE KON NN", "O O B-ORG O O", "O O B-ORG O O"),
    ("Trainer Hansen", "NN NE", "O B-PER", "O B-PER"),
    ("am Neustadt Hafen ( oben )", "APPRART NE NN $( ADV $(", "O B-LOC I-LOC I-LOC O O", "O B-LOC I-LOC O O O"),
    ("( Ilse Korn )", "$( NE NE $(", "O B-PER I-PER I-PER", "O B-PER I-PER O"),
    ("„ Nordbank", "$( NE", "B-ORG I-ORG", "O B-ORG"),
    ("Halle ( Saale )", "NE $( NE $(", "B-LOC I-LOC I-LOC I-LOC", "B-LOC I-LOC I-LOC I-LOC"),
    ("Hafenstraße Neustadt", "NN NE", "B-LOC B-LOC", "B-LOC B-LOC"),
    ("EU-Angaben", "NN", "B-ORGpart", "B-ORGpart"),
    ("die Nordmark Universität", "ART NE NN", "O B-LOC O", "O B-ORG I-ORG"),
    ("im Kolm - Gebirge", "APPRART NE $( NN", "O B-LOC O O", "O B-LOC I-LOC I-LOC"),
    ("am Kolm Park", "APPRART NE NN", "O B-LOC B-LOC", "O B-LOC I-LOC"),
    ("Hansen Reportern", "NE NN", "B-PER O", "B-PER O"),
]
LABELS = st.sampled_from(["O", "B-ORG", "B-PER", "B-LOCderiv"])
WORDS = st.sampled_from(["(", ")", "„", "-", "Nordbank", "Konzern", "Korn"])


@pytest.mark.parametrize(("text", "tags", "labels", "expected"), SETTLED)
def test_names_are_settled(text: str, tags: str, labels: str, expected: str) -> None:
    assert settled(text.split(), tags.split(), labels.split()) == expected.split()


@given(st.lists(st.tuples(WORDS, st.sampled_from(["NN", "NE", "$("]), LABELS)))
def test_settling_adds_no_name(rows: list[tuple[str, str, str]]) -> None:
    words, tags, labels = ([row[n] for row in rows] for n in range(3))
    once = settled(words, tags, labels)
    assert len(once) == len(words)
    assert sum(label[0] == "B" for label in once) <= sum(label != "O" for label in labels)
