import pytest

from quellenlage.reading.names.spelling import fold, sound


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Andrei Iwanow", "Andrej Ivanov"),
        ("Yang Min-ho", "Yang Min Ho"),
        ("Dmitrij Malenko", "Dmitri Malenko"),
        ("Peña", "Pena"),
    ],
)
def test_transliterations_share_a_key(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [("Hans Meier", "Hans Meyer"), ("Sander", "Zander"), ("Schmidt", "Schmitt")])
def test_different_surnames_do_not(one: str, other: str) -> None:
    assert sound(one) != sound(other)


def test_folding() -> None:
    assert fold("  Kai-Uwe  ÖMER ") == "kai uwe omer"
