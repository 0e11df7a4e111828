"""The dossier on paper."""

from quellenlage.render.pdf import to_pdf
from tests.render import made_up


def test_the_same_dossier_gives_the_same_pdf() -> None:
    pages = [to_pdf([made_up.dossier()], generator="test") for _ in range(2)]
    assert pages[0].startswith(b"%PDF-")
    assert pages[0] == pages[1]
