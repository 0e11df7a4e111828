"""The language a page is written in, and what its switch needs to turn it into the other."""

from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from quellenlage.render.phrases import Phrase
from quellenlage.render.visible import visible


class Tongue:
    """Says phrases in one language and remembers how the other one puts them."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.other = "de" if language == "en" else "en"
        self.pairs: dict[str, str] = {}

    def say(self, phrase: Phrase) -> str:
        """Give the phrase in the page's language."""
        here, there = visible(phrase.into(self.language)), visible(phrase.into(self.other))
        if here != there:
            self.pairs[here.strip()] = there.strip()
        return here


@pass_context
def finalize(context: Context, value: Any) -> Any:
    """Say phrases, and let no control character through, wherever a template shows a text."""
    if isinstance(value, Phrase):
        tongue: Tongue = context["tongue"]
        return tongue.say(value)
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
