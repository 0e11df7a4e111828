"""A text as plain lists of its words: no furniture, no white space, fast to walk over."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from quellenlage.language import is_furniture
from quellenlage.model import Span


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a report's article; ``line`` numbers the sentences, and grows where furniture was left out."""

    text: list[str]
    tag: list[str]
    lemma: list[str]
    start: list[int]
    token: list[int]
    line: list[int]
    plural: list[bool]

    def __len__(self) -> int:
        return len(self.text)

    def span(self, begin: int, end: int) -> Span:
        """Give the code points of the words ``begin`` to ``end`` (exclusive)."""
        return Span(self.start[begin], self.start[end - 1] + len(self.text[end - 1]))

    def trimmed(self, begin: int, end: int) -> tuple[int, int]:
        """Cut off what no name begins or ends with: words without a capital or a figure."""
        while begin < end and not _heads_a_name(self.text[begin]):
            begin += 1
        while begin < end and not _heads_a_name(self.text[end - 1]):
            end -= 1
        return begin, end

    def joined(self, begin: int, end: int) -> bool:
        """Say whether words ``begin`` to ``end`` (exclusive) lie in the text and in one sentence."""
        return 0 <= begin < end <= len(self.text) and self.line[begin] == self.line[end - 1]

    def at(self, i: int, beside: int) -> str:
        """Give word ``i`` if it stands in the sentence of word ``beside``, else nothing."""
        return self.text[i] if 0 <= i < len(self.text) and self.line[i] == self.line[beside] else ""

    def tag_at(self, i: int, beside: int) -> str:
        """Give the tag of word ``i`` if it stands in the sentence of word ``beside``, else nothing."""
        return self.tag[i] if 0 <= i < len(self.text) and self.line[i] == self.line[beside] else ""


def words(doc: Doc) -> Words:
    """Lay out ``doc`` as lists."""
    out, line, gap = Words([], [], [], [], [], [], []), 0, False
    for token in doc:
        if token.is_sent_start or gap:
            line += 1
        gap = is_furniture(token)
        if gap or token.is_space:
            continue
        _append(out, token, line)
    return out


def _append(out: Words, token: Token, line: int) -> None:
    out.text.append(token.text)
    out.tag.append(token.tag_)
    out.lemma.append(token.lemma_)
    out.start.append(token.idx)
    out.token.append(token.i)
    out.line.append(line)
    out.plural.append("FIN" in token.tag_ and "Number=Plur" in str(token.morph))


def _heads_a_name(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit()
