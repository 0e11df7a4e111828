"""The dossier on paper."""

import re
from io import BytesIO

from pypdf import PdfReader

from quellenlage.render.pdf import to_pdf
from tests.render import made_up


def test_the_same_dossier_gives_the_same_pdf_and_all_its_parts_are_on_it() -> None:
    pages = [to_pdf([made_up.dossier()], generator="test") for _ in range(2)]
    assert pages[0].startswith(b"%PDF-")
    assert pages[0] == pages[1]
    words = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(BytesIO(pages[0])).pages))
    for part in ("Stand der Dinge", "Was sich geändert hat", "Chronik", "Wer sagt was", "Notizen vom Kai", "Zeichen"):
        assert part in words
    for said in ("Hanne Voss reist nach Port Merin", "2 unabhängige Quellen", "übernommener Text", "umstritten"):
        assert said in words
    assert "Nebeneinander" not in words
