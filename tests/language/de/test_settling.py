import pytest
from spacy.tokens import Doc

from quellenlage.language import load
from quellenlage.language.de.settling import settle


def settled(words: list[str], tags: list[str], i: int) -> str:
    doc = Doc(
        load("de").nlp.vocab, words=words, tags=tags, lemmas=words, sent_starts=[n == 0 for n in range(len(words))]
    )
    return settle(doc)[i].tag_


@pytest.mark.parametrize(
    ("text", "tags", "word", "expected"),
    [
        ("Sie warnt davor , Wasser zu trinken .", "PPER VVFIN PROAV $, NN PTKZU VVFIN $.", "trinken", "VVINF"),
        ("Sie warnt davor , Wasser zu trinken .", "PPER VVFIN PROAV $, NN APPR VVINF $.", "zu", "PTKZU"),
        ("Er versprach , den Bau voranzutreiben .", "PPER VVFIN $, ART NN VVINF $.", "voranzutreiben", "VVIZU"),
        ("Etwas wird hinzukommen .", "PIS VAFIN VVINF $.", "hinzukommen", "VVINF"),
        ("den anzunehmenden Fall", "ART ADJA NN", "anzunehmenden", "ADJA"),
        (
            "Er gab an , gerufen und versucht zu haben .",
            "PPER VVFIN PTKVZ $, VVPP KON VVFIN PTKZU VAINF $.",
            "versucht",
            "VVPP",
        ),
        (
            "Er sagte , dass man es verladen und dann verkauft habe .",
            "PPER VVFIN $, KOUS PIS PPER VVINF KON ADV VVPP VAFIN $.",
            "verladen",
            "VVPP",
        ),
        (
            "Sie wollen es verladen und haben es verkauft .",
            "PPER VMFIN PPER VVINF KON VAFIN PPER VVPP $.",
            "verladen",
            "VVINF",
        ),
        (
            "Die Polizei ermittelt , ein Mann wird gesucht .",
            "ART NN VVPP $, ART NN VAFIN VVPP $.",
            "ermittelt",
            "VVFIN",
        ),
        ("Mann verhaftet .", "NN VVPP $.", "verhaftet", "VVPP"),
        ("Einer wurde getötet , eine Frau verletzt .", "PIS VAFIN VVPP $, ART NN VVPP $.", "verletzt", "VVPP"),
        ("Den Mann verletzt , floh er .", "ART NN VVPP $, VVFIN PPER $.", "verletzt", "VVPP"),
        ("Viele zogen vor das Haus und brüllten Sätze .", "PIS VVFIN APPR ART NN KON ADJA NN $.", "brüllten", "VVFIN"),
        ("Sie kamen mit Freunden und vertrauten Gästen .", "PPER VVFIN APPR NN KON ADJA NN $.", "vertrauten", "ADJA"),
        ("Es gab die Reden und gefeierten Stücke .", "PPER VVFIN ART NN KON ADJA NN $.", "gefeierten", "ADJA"),
        ("Sie hätten das Haus verlassen .", "PPER VAFIN ART NN VVINF $.", "verlassen", "VVPP"),
        ("Sie sollten das Haus verlassen .", "PPER VMFIN ART NN VVINF $.", "verlassen", "VVINF"),
        ("Er habe sie gehen lassen .", "PPER VAFIN PPER VVINF VVINF $.", "gehen", "VVINF"),
    ],
)
def test_what_the_neighbours_of_a_verb_decide(text: str, tags: str, word: str, expected: str) -> None:
    words = text.split()
    assert settled(words, tags.split(), words.index(word)) == expected


@pytest.mark.parametrize(
    ("text", "form", "verb"),
    [
        ("Das Haus gehört der Stadt.", "gehört", "gehören"),
        ("Die Zeugin wurde am Montag gehört.", "gehört", "hören"),
        ("Der Rat gelobt Besserung.", "gelobt", "geloben"),
    ],
)
def test_a_form_of_two_verbs_is_of_one_by_its_place(text: str, form: str, verb: str) -> None:
    assert next(token.lemma_ for token in load("de").nlp(text) if token.text == form) == verb
