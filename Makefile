# make dossier    reads samples/ (or REPORTS=folder) and writes out/dossier.html and out/dossier.json
# make test       all tests, those in a browser too
# make lint       style, and the direction of imports
# make types      mypy --strict
# make bench      measures against the corpora in DATA=folder
# make train      trains the German pipeline anew from the corpora in DATA=folder (torch is needed, and hours)
# make picture    takes the README's picture anew
# Each sets itself up on a fresh Debian machine with Python 3.11 to 3.13.

PYTHON ?= python3
VENV ?= .venv
REPORTS ?= samples/wesselbrueck
OUT ?= out
CHROMIUM := /usr/bin/chromium
POSTGRESQL := /usr/lib/postgresql
ROOT := $(shell test "$$(id -u)" = 0 || echo sudo)
BIN := $(VENV)/bin
# What WeasyPrint draws the text of a PDF with; without apt-get everything but --pdf works.
PANGO := /sbin/ldconfig -p | grep -q libpangoft2-1.0 || ! command -v apt-get > /dev/null || { \
  echo "Installing Debian's Pango for PDF." && $(ROOT) apt-get update -qq && \
  $(ROOT) env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; }

.PHONY: dossier test lint types bench train picture clean

dossier: $(VENV)/.installed
	@mkdir -p $(OUT)
	@$(BIN)/quellenlage build $(REPORTS) --html $(OUT)/dossier.html --json $(OUT)/dossier.json || test $$? = 3
	@echo "The dossier: $(abspath $(OUT)/dossier.html) and $(abspath $(OUT)/dossier.json)"

test: $(VENV)/.dev $(CHROMIUM) $(POSTGRESQL)
	$(BIN)/python -m pytest

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(VENV)/.dev
	$(BIN)/mypy

bench: $(VENV)/.dev $(CHROMIUM)
	$(BIN)/python -m benchmarks.page
	@test -n "$(DATA)" || { echo "Say where the corpora are: make bench DATA=folder"; exit 2; }
	$(BIN)/python -m benchmarks $(DATA)
	$(BIN)/python -m benchmarks.german $(DATA)
	$(BIN)/python -m benchmarks.pages $(DATA) --check

train: $(VENV)/.dev
	@test -n "$(DATA)" || { echo "Say where the corpora are: make train DATA=folder"; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	$(BIN)/python -m training.train --data $(DATA) --out $(OUT)/training/a
	$(BIN)/python -m training.train --data $(DATA) --out $(OUT)/training/b --without smartdata --seed 11
	$(BIN)/python -m training.distil --data $(DATA) --runs $(OUT)/training/a $(OUT)/training/b \
	  --init $(OUT)/training/b --out $(OUT)/training
	$(BIN)/python -m training.export --data $(DATA) --run $(OUT)/training --out $(OUT)/quellenlage-de
	$(BIN)/python -m training.statements --model $(OUT)/quellenlage-de --out $(OUT)/quellenlage-de/judge-hearsay.npy
	$(BIN)/python -m training.event_words --model $(OUT)/quellenlage-de --out $(OUT)/quellenlage-de/judge-event-words.onnx
	$(BIN)/python -m training.events
	$(BIN)/python -m training.evaluate --data $(DATA) --model $(OUT)/quellenlage-de

picture: dossier $(CHROMIUM)
	$(CHROMIUM) --headless $(if $(ROOT),,--no-sandbox) --disable-gpu --hide-scrollbars --window-size=1360,2700 \
	  --screenshot=$(abspath docs/picture.png) file://$(abspath $(OUT)/dossier.html)

clean:
	rm -rf $(VENV) $(OUT) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "This Python has no venv; installing Debian's python3-venv."; \
	  $(ROOT) apt-get update -qq && $(ROOT) apt-get install -qq -y python3-venv; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml models/quellenlage-de/pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable models/quellenlage-de --editable .
	@$(PANGO)
	@touch $@

$(VENV)/.dev: pyproject.toml models/quellenlage-de/pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable models/quellenlage-de --editable '.[dev]'
	@$(PANGO)
	@touch $@ $(VENV)/.installed

$(CHROMIUM):
	@echo "Installing Debian's Chromium for the tests in a browser."
	$(ROOT) apt-get update -qq
	$(ROOT) env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y chromium

$(POSTGRESQL):
	@echo "Installing Debian's PostgreSQL for the tests of the store; no server of it is kept running."
	$(ROOT) apt-get update -qq
	$(ROOT) env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends postgresql
