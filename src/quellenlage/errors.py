"""Everything the library raises on purpose, as one small tree. A message says what, where and what to do next.

QuellenlageError
├── UnreadableError     bytes that are no report; intake turns it into a ``Skipped`` and goes on
│   ├── TooLargeError   more bytes or more characters than are read
│   └── NotTextError    a binary file, or text in an encoding that cannot be told
├── ModelMissingError   the weights of a language's pipeline are not installed
├── ExtraMissingError   a format needs a package that is not installed
├── DayError            a day of publication, given by the caller, that is no day (a ``ValueError`` too)
├── StoreError          a store that cannot be opened, read or written
│   └── NotThereError   a story, report, actor, event or decision that the store does not hold
└── FetchError          an address that did not hand over what was asked
"""


class QuellenlageError(Exception):
    """The root: catch it to catch everything below."""


class UnreadableError(QuellenlageError):
    """Bytes that cannot be read as a report; the message is the reason, without the name of the file."""


class TooLargeError(UnreadableError):
    """A file or a text over the limit."""


class NotTextError(UnreadableError):
    """A binary file, or an encoding that cannot be told."""


class ModelMissingError(QuellenlageError):
    """The weights of a language's pipeline are not installed; the message says how to install them."""


class ExtraMissingError(QuellenlageError):
    """A format needs a package that is not installed; the message says how to install it."""


class DayError(QuellenlageError, ValueError):
    """What a caller gave as a day of publication is none."""


class StoreError(QuellenlageError):
    """A store that cannot be opened, read or written; the message names it."""


class NotThereError(StoreError):
    """Something asked for by its id that the store does not hold."""


class FetchError(QuellenlageError):
    """An address that did not hand over what was asked; the message is the reason, without the address."""
