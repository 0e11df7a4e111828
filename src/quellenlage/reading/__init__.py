"""One file per phenomenon, each a reader over a spaCy ``Doc``; ``assemble`` puts their findings together."""
