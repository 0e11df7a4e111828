"""How well the readers do, on corpora that nobody on this project wrote. See ``docs/measuring.md``."""
