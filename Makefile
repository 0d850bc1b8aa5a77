# Two commands matter: `make run` serves the dashboard, `make test` runs all that is checked.

ADDRESS ?= 127.0.0.1
PORT ?= 8501
REPORTS ?= data/reports
COUNT ?= 20000
SEED ?= 1
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet
LOCKED := --require-hashes --no-build-isolation

.PHONY: run test check lint types unit browser fuzz bench-page bench-pages bench-parse bench-restore bench-duplicate bench-import eval lock clean
.DELETE_ON_ERROR:

run: $(VENV)/.run  ## read what is new in data/reports/ and serve the dashboard
	@$(BIN)/ecoledger serve --address $(ADDRESS) --port $(PORT) --ingest $(REPORTS)

test: check unit browser  ## everything: lint, types, unit, property, page and browser tests

check: lint types

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.test
	$(BIN)/mypy

unit: $(VENV)/.test
	$(BIN)/pytest -n 2 -m "not browser"

browser: $(VENV)/.test
	scripts/ensure_chromium.sh
	$(BIN)/pytest -m browser

fuzz: $(VENV)/.test  ## read 20,000 hostile documents; COUNT and SEED change it
	$(BIN)/python tests/fuzz/fuzz_parse.py --count $(COUNT) --seed $(SEED)

bench-page: $(VENV)/.test  ## our reading of saved pages beside that of other extractors
	$(BIN)/python -m tests.bench.bench_page

bench-pages: $(VENV)/.test  ## how fast the pages answer in the browser over a ledger of 100,000 commitments
	scripts/ensure_chromium.sh
	$(BIN)/python -m tests.bench.bench_pages

bench-parse: $(VENV)/.test  ## how fast a report is read beside jieba's cutting of the same text; import time, memory
	$(BIN)/python -m tests.bench.bench_parse

bench-restore: $(VENV)/.test  ## characters and lost places restored, and at what speed beside opencc
	$(BIN)/python -m tests.bench.bench_restore

bench-duplicate: $(VENV)/.test  ## copies found and reports wrongly joined
	$(BIN)/python -m tests.bench.bench_duplicate

bench-import: $(VENV)/.test  ## import 5,000 files, stop half way, go on
	$(BIN)/python -m tests.bench.bench_import

eval: $(VENV)/.run  ## score the reading against the annotated reports and the lists of cases, and hold the floors
	$(BIN)/ecoledger eval data/gold/seeds tests/cases --floors data/gold/floors.toml

lock: $(VENV)/.test  ## pin the newest versions that requirements*.txt allow
	$(PIP) install uv
	for list in requirements-build requirements requirements-dev; do \
		$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url --no-annotate --custom-compile-command "make lock" $$list.txt -o $$list.lock; \
	done

$(VENV)/bin/pip:
	@test -n "$(PYTHON)" || { echo "EcoLedger needs Python 3.11 or newer: install it, or name it: make run PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock requirements-build.lock pyproject.toml | $(VENV)/bin/pip
	@echo "Installing into $(VENV) (once; about a minute)"
	$(PIP) install --require-hashes -r requirements-build.lock
	$(PIP) install $(LOCKED) -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements-dev.lock $(VENV)/.run
	$(PIP) install $(LOCKED) -r requirements-dev.lock
	@touch $@

clean:  ## remove the virtual environment and all caches; the ledger in data/var/ stays
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis build
