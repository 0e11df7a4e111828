"""Dossiers as one HTML file that opens offline, asks nobody for anything, and reads without a script and on paper."""

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from quellenlage.model.dossier import Dossier
from quellenlage.render import phrases, signs, words
from quellenlage.render.chronology import PARTS
from quellenlage.render.phrases import Phrase
from quellenlage.render.sieve import Facets
from quellenlage.render.tongue import Tongue, finalize
from quellenlage.render.views import story

STYLES = ("page.css", "chronology.css", "parts.css", "many.css", "print.css")
SCRIPTS = ("evidence.js", "chronology.js", "language.js", "page.js")

SOURCE = phrases.LANGUAGES[0]
UNMARKED = re.compile(r"<bdi(?! lang)")
RAW = re.compile(r"(<style\b.*?</style>|<script\b.*?</script>|<meta\b[^>]*>)", re.DOTALL)
QUOTED = re.compile(r'( [a-z-]+)="([\w#.:@,%-]+)"(?=[ >])')
# Short, for a page holds thousands of them.
MARKED = {
    "addressee": "ma",
    "content": "mx",
    "copy": "mk",
    "cue": "mc",
    "event": "me",
    "furniture": "mf",
    "mark": "mm",
    "source": "ms",
    "time": "mt",
}


def to_html(dossiers: Sequence[Dossier], *, generator: str, language: str = "de", paper: bool = False) -> str:
    """Give one self-contained page with all ``dossiers``; an index stands in front of several.

    ``language`` ("de" or "en") is what it opens in; ``paper`` leaves out what only a screen can use.
    """
    style = asset("paper.css") if paper else stylesheet()
    script = "" if paper else program()
    page = (
        environment()
        .get_template("page.html.j2")
        .render(
            stories=[story(dossier, number) for number, dossier in enumerate(dossiers, 1)],
            generator=generator,
            style=Markup(style),  # noqa: S704  our own file
            script=Markup(script),  # noqa: S704  our own file
            policy=_policy(style, script),
            paper=paper,
            served=False,
            tongue=Tongue(language),
        )
    )
    return spoken(leaner(page), language)


def spoken(page: str, language: str) -> str:
    """Mark the words of reports as German where the page is not; their whole texts say their language themselves."""
    return page if language == SOURCE else UNMARKED.sub(f"<bdi lang={SOURCE}", page)


def leaner(page: str) -> str:
    """Leave out the quotation marks that attributes need not have; a text has none, for they are escaped there."""
    parts = RAW.split(page)
    return "".join(part if n % 2 else QUOTED.sub(r"\1=\2", part) for n, part in enumerate(parts))


def stylesheet() -> str:
    """Give the style of the page."""
    return "".join(asset(name) for name in STYLES) + signs.rules()


def program() -> str:
    """Give the script of the page: its parts as one function, so that nothing of it is seen outside."""
    return f'"use strict";\n(() => {{\n{"".join(asset(name) for name in SCRIPTS)}}})();\n'


def asset(name: str) -> str:
    """Give a file that stands beside the templates, less the indentation and the comments on lines of their own."""
    text = files("quellenlage.render").joinpath("templates", name).read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith(("//", "/*")))


def _policy(style: str, script: str) -> str:
    """Allow this very style and this very script, and nothing else."""
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


@cache
def environment() -> Environment:
    """Give the templates, with what all of them use."""
    made = Environment(
        loader=PackageLoader("quellenlage.render"),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"t": phrases.t, "several": phrases.several, "words": words, "languages": phrases.LANGUAGES}
    made.globals |= {"dictionary": dictionary, "parts": PARTS, "signs": signs.SIGNS}
    made.filters |= {"marked": MARKED.__getitem__, "nameless": lambda label: ("", label), "stretches": _stretches}
    made.tests["phrase"] = lambda value: isinstance(value, Phrase)
    return made


def _stretches(facets: Facets) -> str:
    """Write down the days of an event and of its reports: "2023-09-07/2023-10-01 2023-10-16"."""
    spans = [f"{facets.begin or ''}/{facets.end or ''}"] if facets.begin or facets.end else []
    return " ".join([*spans, *map(str, facets.reported)])


def dictionary(tongue: Tongue) -> Markup:
    """Give, as JSON that is safe inside a script element, what the page says so far in its other language."""
    text = json.dumps(tongue.pairs, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))  # noqa: S704  escaped in this line
