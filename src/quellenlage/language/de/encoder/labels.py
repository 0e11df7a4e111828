"""The features that are predicted, one head each, and the label that stands for a feature's absence."""

FEATURES = (
    "Case",
    "Definite",
    "Degree",
    "Gender",
    "Mood",
    "NumType",
    "Number",
    "Person",
    "Poss",
    "PronType",
    "Reflex",
    "Tense",
    "VerbForm",
)
NONE = "-"
ROOT = "root"
