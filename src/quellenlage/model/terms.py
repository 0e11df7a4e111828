"""The closed vocabularies of the field, as string enums."""

from enum import StrEnum


class Basis(StrEnum):
    """What a day of publication rests on."""

    METADATA = "metadata"
    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class TimeType(StrEnum):
    """The four types of TIMEX3 (ISO 24617-1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class StatementType(StrEnum):
    """The forms of speech representation in the German Wikinews corpus (Petersen-Frey and Biemann 2024)."""

    DIRECT = "Direct"
    INDIRECT = "Indirect"
    FREE_INDIRECT = "FreeIndirect"
    INDIRECT_FREE_INDIRECT = "IndirectFreeIndirect"
    REPORTED = "Reported"


class Medium(StrEnum):
    """Speech, writing, thought, or what lies between them, as in the same corpus."""

    SPEECH = "Speech"
    WRITING = "Writing"
    THOUGHT = "Thought"
    ST = "ST"
    SW = "SW"
    TW = "TW"


class Stance(StrEnum):
    """What a source does with the content."""

    ASSERTS = "asserts"
    ANNOUNCES = "announces"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DOUBTS = "doubts"
    DEMANDS = "demands"
    WARNS = "warns"
    ASKS = "asks"


class Factuality(StrEnum):
    """The values of FactBank (Saurí and Pustejovsky 2009): certainty and polarity, relative to a source."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAIN_NOT = "CT-"
    PROBABLY_NOT = "PR-"
    POSSIBLY_NOT = "PS-"
    UNCOMMITTED = "Uu"


class Status(StrEnum):
    """How far an event has come, relative to a source."""

    POSSIBLE = "possible"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    ONGOING = "ongoing"
    HAPPENED = "happened"
    CANCELLED = "cancelled"
    DENIED = "denied"


class Kind(StrEnum):
    """What a mention or an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OFFICE = "office"
    GROUP = "group"
    UNKNOWN = "unknown"


class Form(StrEnum):
    """How a mention refers: by name, by a role or description, or by pronoun."""

    NAME = "name"
    ROLE = "role"
    PRONOUN = "pronoun"


class Collapse(StrEnum):
    """Why two statements count as one origin."""

    SAME_SOURCE = "same-source"
    CITES = "cites"
    AGENCY_CREDIT = "agency-credit"
    COPIED_TEXT = "copied-text"


class ConflictKind(StrEnum):
    """What two sides disagree on."""

    DENIAL = "denial"
    TIME = "time"
    PLACE = "place"
    QUANTITY = "quantity"
    ROLE = "role"
