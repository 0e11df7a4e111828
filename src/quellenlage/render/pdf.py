"""Dossiers on paper: the same page, laid out as PDF with WeasyPrint."""

from collections.abc import Sequence

from quellenlage.errors import QuellenlageError
from quellenlage.model.dossier import Dossier
from quellenlage.render.html import to_html


class PangoMissingError(QuellenlageError):
    """The library that a PDF's text is drawn with is not on the machine; the message says what to install."""


def to_pdf(dossiers: Sequence[Dossier], *, generator: str, language: str = "de") -> bytes:
    """Give the dossiers as PDF (A4); nothing is fetched, whatever the page holds.

    Raises ``PangoMissingError`` where Pango, which WeasyPrint draws text with, is not on the machine.
    """
    try:
        from weasyprint import HTML  # noqa: PLC0415  needs Pango, and only who prints should need it
    except OSError as error:
        raise PangoMissingError(f"a PDF needs the library Pango ({error}); install libpango-1.0-0") from None
    page = to_html(dossiers, generator=generator, language=language, paper=True)
    return bytes(HTML(string=page, url_fetcher=_refuse, media_type="print").write_pdf())


def _refuse(url: str, *_: object, **__: object) -> dict[str, object]:
    raise ValueError(f"nothing is fetched: {url}")
