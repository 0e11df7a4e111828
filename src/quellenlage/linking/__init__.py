"""Rows that join the findings of several reports, one file per kind of row; ``assemble`` makes a story of them."""
