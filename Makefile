# make run: start the dashboard. make test: the tests, without the longest.
# make check: what CI runs first, every test among it but those named below.
# All of them make the environment whole first (tools/environment.sh); PYTHON=… names another Python.
VENV := .venv
PY := $(VENV)/bin/python
PORT ?= 8501
PYTEST := $(PY) -m pytest -n 2
export PYTHON

# Kept out of `make test` for what they need or take:
# make fuzz: FUZZ_MUTANTS damaged files, from FUZZ_SEED on. test-kill: a server killed KILLS times.
# test-deploy: nginx before one server and before three (needs nginx).
# test-programs: what Lighthouse, two validators, editors and pip say, what readers leave, and that
#   bench works; CI runs it too.
# test-clients: the data in R, biber and LibreOffice, which are installed (440 MB) where apt is there.
# make mutants: a small fault put into FAULTS again and again, and whether a test notices (hours).
# make bench: speed and load, beside peers; writes bench/RESULTS.md. BENCH=loading runs one part.
# make lock: after a change of requirements.txt. make audit: packages with known holes.
FUZZ_MUTANTS ?= 100000
KILLS ?= 100
FAULTS ?= analysis reading versions loaders exports/csv.py editing/block.py editing/save.py
BENCH ?=
TOOLS := $(VENV)/tools
PEERS := $(VENV)/peers

.PHONY: run test check format clean dev browser pictures
.PHONY: fuzz mutants test-kill test-deploy test-programs test-clients bench lock audit

run:
	@./desertion run --port $(PORT)

dev:
	@sh tools/environment.sh dev

test: browser
	$(PYTEST) -m "not long"

check: browser
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy .
	$(PY) -m commands check figures.yaml | tail -n 1
	$(PY) -m commands format --check figures.yaml
	$(PYTEST)

format: dev
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

browser: dev
	@$(PY) -m tests.browser.chromium

pictures: browser
	$(PY) -m tests.pictures

fuzz: dev
	FUZZ_MUTANTS=$(FUZZ_MUTANTS) $(PY) -m pytest tests/bad_inputs/test_fuzz.py

mutants: dev
	$(PY) -m tests.mutants $(FAULTS)

test-kill: dev
	KILLS=$(KILLS) $(PY) -m pytest tests/trust/test_kill.py

test-deploy: dev
	$(PY) -m pytest tests/deploy/try_nginx.py tests/deploy/try_replicas.py

test-clients: dev
	$(PY) -m tests.debian
	$(PY) -m pytest tests/exports/try_r.py tests/exports/try_biber.py tests/exports/try_libreoffice.py \
		tests/trust/try_spreadsheet.py

test-programs: browser
	$(PY) -m bench --quick
	$(PY) -m pytest tests/exports/try_lighthouse.py tests/exports/try_html.py tests/editors/try_*.py \
		tests/commands/try_environment.py tests/trust/try_soak.py

bench: browser $(PEERS)/installed
	$(PY) -m bench $(BENCH)

lock: $(TOOLS)/installed
	$(TOOLS)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-header requirements.txt --output-file requirements.lock

audit: $(TOOLS)/installed
	$(TOOLS)/bin/python -m pip_audit --strict --disable-pip -r requirements.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .hypothesis

$(TOOLS)/installed: | dev
	$(PY) -m venv $(TOOLS)
	$(TOOLS)/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.8 pip-audit==2.10.1
	touch $@

$(PEERS)/installed: bench/requirements.txt | dev
	$(PY) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@
