# Two commands for a stranger: `make demo` and `make test`. Everything happens in .venv, from the lock file.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test gates lint types rooms coverage size speed endurance lock clean help

help:
	@echo "make demo    set up, then build the sample story and its dossier"
	@echo "make test    set up, then run the tests"
	@echo "make gates   the gates of the house: lint, types, rooms, sizes, coverage"
	@echo "make speed   measure against references in the same run"
	@echo "make endurance   kill -9 twenty times; a thousand reports"
	@echo "make lock    resolve the lock file anew (maintainers)"

$(READY): requirements/lock.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "onrecord needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12")'
	@echo "Setting up in $(VENV) (about two minutes the first time) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/lock.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

demo: $(READY)
	$(BIN)/onrecord demo -o demo

test: $(READY)
	$(BIN)/python -m pytest

gates: lint types rooms size coverage

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

rooms: $(READY)
	$(BIN)/lint-imports

size: $(READY)
	$(BIN)/python tools/check_sizes.py

coverage: $(READY)
	$(BIN)/python -m pytest --cov=onrecord --cov-branch --cov-report=json:build/coverage.json --cov-report=
	$(BIN)/python tools/check_coverage.py build/coverage.json

speed: $(READY)
	$(BIN)/python benchmarks/speed.py

endurance: $(READY)
	$(BIN)/python benchmarks/kill.py --times 20
	$(BIN)/python benchmarks/memory.py

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --group dev \
	  pyproject.toml -o requirements/lock.txt --custom-compile-command "make lock"

clean:
	rm -rf $(VENV) build dist demo .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
