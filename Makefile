# make run: start the dashboard. make test: the tests, without the longest.
# make check: what CI runs, every test among it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
PYTEST := $(BIN)/python -m pytest -n 2

# Kept out of `make test` for what they need or take:
# make fuzz: FUZZ_MUTANTS damaged files, from FUZZ_SEED on. test-kill: a server killed KILLS times.
# test-deploy: nginx before one server and before three (needs nginx).
# test-spreadsheet: the CSV in LibreOffice (300 MB).
# make bench: speed and load, beside peers; writes bench/RESULTS.md. BENCH=loading runs one part.
# make lock: after a change of requirements.txt. make audit: packages with known holes.
FUZZ_MUTANTS ?= 100000
KILLS ?= 100
BENCH ?=
TOOLS := $(VENV)/tools
PEERS := $(VENV)/peers

.PHONY: run test check format clean browser pictures
.PHONY: fuzz test-kill test-deploy test-spreadsheet bench lock audit

run: $(VENV)/installed
	$(BIN)/streamlit run dashboard.py --server.port $(PORT)

test: $(VENV)/installed-dev browser
	$(PYTEST) -m "not long"

check: $(VENV)/installed-dev browser
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy .
	$(BIN)/python -m commands check figures.yaml | tail -n 1
	$(BIN)/python -m commands format --check figures.yaml
	$(BIN)/python -m bench --quick
	$(PYTEST)

format: $(VENV)/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

browser: $(VENV)/installed-dev
	$(BIN)/python -m tests.browser.chromium

pictures: $(VENV)/installed-dev browser
	$(BIN)/python -m tests.pictures

fuzz: $(VENV)/installed-dev
	FUZZ_MUTANTS=$(FUZZ_MUTANTS) $(BIN)/python -m pytest tests/bad_inputs/test_fuzz.py

test-kill: $(VENV)/installed-dev
	KILLS=$(KILLS) $(BIN)/python -m pytest tests/trust/test_kill.py

test-deploy: $(VENV)/installed-dev
	$(BIN)/python -m pytest tests/deploy/try_nginx.py tests/deploy/try_replicas.py

test-spreadsheet: $(VENV)/installed-dev
	$(BIN)/python -m tests.trust.libreoffice
	$(BIN)/python -m pytest tests/trust/try_spreadsheet.py

bench: $(VENV)/installed-dev $(PEERS)/installed browser
	$(BIN)/python -m bench $(BENCH)

lock: $(TOOLS)/installed
	$(TOOLS)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-header requirements.txt --output-file requirements.lock

audit: $(TOOLS)/installed
	$(TOOLS)/bin/pip-audit --strict --disable-pip -r requirements.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.lock | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	touch $@

$(VENV)/installed-dev: requirements.txt requirements-dev.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@ $(VENV)/installed

$(TOOLS)/installed: | $(VENV)/bin/python
	$(BIN)/python -m venv $(TOOLS)
	$(TOOLS)/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.8 pip-audit==2.10.1
	touch $@

$(PEERS)/installed: bench/requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@
