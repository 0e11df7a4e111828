"""What the page says, in German and in English: every phrase is a pair, so that one page can be read in both.

The German is the message; its English stands in ``locale/en/LC_MESSAGES/page.po`` (gettext), read at run time.
"""

from functools import cache
from gettext import GNUTranslations
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = ("de", "en")


class Phrase(NamedTuple):
    """The same words in German and in English."""

    de: str
    en: str

    def into(self, language: str) -> str:
        """Give the words in ``language``; German for any but English."""
        return self.en if language == "en" else self.de

    def __str__(self) -> str:
        return self.de


def t(message: str, **parts: object) -> Phrase:
    """Give a German message and its English, with ``{parts}`` put in; a part may be a phrase itself."""
    return _filled(message, english().gettext(message) if message else "", parts)


def several(one: str, more: str, number: int, **parts: object) -> Phrase:
    """Give the form that goes with ``number``, which stands for ``{n}``: "1 Bericht", "3 Berichte"."""
    german = one if number == 1 else more
    return _filled(german, english().ngettext(one, more, number), {"n": number, **parts})


def joined(glue: str | Phrase, *parts: str | Phrase) -> Phrase:
    """Put phrases and plain texts one after the other."""
    return Phrase(*(_into(glue, lang).join(_into(part, lang) for part in parts) for lang in LANGUAGES))


def _filled(german: str, english: str, parts: dict[str, object]) -> Phrase:
    if not parts:
        return Phrase(german, english)
    return Phrase(
        german.format(**{name: _into(part, "de") for name, part in parts.items()}),
        english.format(**{name: _into(part, "en") for name, part in parts.items()}),
    )


def _into(part: object, language: str) -> str:
    return part.into(language) if isinstance(part, Phrase) else str(part)


@cache
def english() -> GNUTranslations:
    """Read the English catalogue; a message that is not in it stays German."""
    source = files("quellenlage.render").joinpath("locale", "en", "LC_MESSAGES", "page.po")
    compiled = BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file, locale="en"))
    compiled.seek(0)
    return GNUTranslations(compiled)
