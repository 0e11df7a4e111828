# make dossier [REPORTS=folder]   reads reports and writes out/dossier.html and out/dossier.json
# make test                       everything the tests need, and the tests
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
REPORTS ?= samples/wesselbrueck
DATA ?= ../shared/data
OUT := out

.PHONY: dossier test lint types bench picture clean setup
.DEFAULT_GOAL := dossier

dossier: $(VENV)/.run
	@mkdir -p $(OUT)
	@$(BIN)/quellenlage build "$(REPORTS)" --html $(OUT)/dossier.html --json $(OUT)/dossier.json; \
	  code=$$?; [ $$code = 0 -o $$code = 3 ] && echo "written: $(OUT)/dossier.html and $(OUT)/dossier.json" && exit 0 || exit $$code

test: $(VENV)/.dev browser
	$(BIN)/python -m pytest

lint: $(VENV)/.dev
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/lint-imports

types: $(VENV)/.dev
	$(BIN)/mypy

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks $(DATA)

picture: dossier browser $(VENV)/.dev
	$(BIN)/python docs/picture.py $(OUT)/dossier.html docs/picture.png

setup: $(VENV)/.dev browser

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
	  { echo "Quellenlage needs Python 3.11 to 3.13; name one with make PYTHON=python3.11"; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { echo "python3 -m venv does not work here; on Debian: apt-get install python3-venv"; exit 2; }

$(VENV)/.run: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(VENV)/.run

.PHONY: browser
browser:
	@command -v chromium >/dev/null || { \
	  echo "installing Debian's Chromium for the tests of the page"; \
	  as_root=$$([ $$(id -u) = 0 ] || echo sudo); \
	  $$as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -y -qq chromium >/dev/null; }

clean:
	rm -rf $(VENV) $(OUT) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
