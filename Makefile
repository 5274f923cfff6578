# make run: start the dashboard. make test: run every test. make check: what CI runs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501

.PHONY: run test check format lint types data clean browser pictures

run: $(VENV)/installed
	$(BIN)/streamlit run dashboard.py --server.port $(PORT)

test: $(VENV)/installed-dev browser
	$(BIN)/python -m pytest -n 2 --dist loadgroup

check: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy .
	$(BIN)/python -m loaders check figures.yaml | tail -n 1
	$(BIN)/python -m loaders format --check figures.yaml
	$(MAKE) test

format: $(VENV)/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

browser: $(VENV)/installed-dev
	$(BIN)/python -m tests.browser.chromium

pictures: $(VENV)/installed-dev browser
	$(BIN)/python -m tests.pictures

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/installed-dev: requirements.txt requirements-dev.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@ $(VENV)/installed
