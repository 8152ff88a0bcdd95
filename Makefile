# make serve    start the kit and print its addresses
# make test     run everything that must hold
# make bench    measure the kit beside a stock Voila page
# Each sets up what it needs by itself, in .venv.

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
# A wheel cache or an offline folder can be named in PIP_ARGS.
PIP_ARGS ?=
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet $(PIP_ARGS)

.PHONY: coverage serve test test-fast lint bench frontend constraints check clean

serve: $(VENV)/.serve-ready
	$(BIN)/siaga serve $(ARGS)

check: $(VENV)/.serve-ready
	$(BIN)/siaga check

$(VENV)/pyvenv.cfg:
	$(PYTHON) -c "import sys; sys.exit(None if sys.version_info >= (3, 11) else 'Python 3.11 or newer is needed')"
	$(PYTHON) -m venv $(VENV)

$(VENV)/.serve-ready: $(VENV)/pyvenv.cfg pyproject.toml constraints.txt
	$(PIP) -c constraints.txt -e .
	touch $@

$(VENV)/.test-ready: $(VENV)/pyvenv.cfg pyproject.toml constraints.txt
	$(PIP) -c constraints.txt -e ".[test]"
	touch $@ $(VENV)/.serve-ready

lint: $(VENV)/.test-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# A plain pytest: no browser, no network, no database server.
test-fast: $(VENV)/.test-ready
	$(BIN)/pytest

test: lint
	sh tests/run.sh $(BIN)

# How much of every room the tests without a browser reach.
coverage: $(VENV)/.test-ready
	$(BIN)/pytest -q -m "not browser" --ignore=tests/test_wheel.py --cov=siaga --cov-branch --cov-report=
	$(BIN)/coverage report --skip-covered --skip-empty --fail-under=85

bench: $(VENV)/.test-ready
	sh tests/browser/chromium.sh >/dev/null
	$(BIN)/python -m tests.bench $(if $(ONLY),--only $(ONLY))

frontend:
	cd frontend && npm ci --ignore-scripts && npm run build

# Writes constraints.txt anew from the newest versions that pyproject.toml allows.
constraints:
	$(PYTHON) tests/write_constraints.py

clean:
	rm -rf build dist $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
