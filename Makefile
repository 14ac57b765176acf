# sharpen: everything one does in this repository. `make help` lists it.

# The first Python on the path that is new enough; `make run PYTHON=/path/to/python3.12` picks another.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
PORT ?= 8400
OPEN ?= 1

BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
PACKAGING := pyproject.toml constraints.txt hatch_build.py
TEMPLATES := src/sharpen/web/templates
FRONTEND := $(shell find frontend -type f -not -path '*/node_modules/*')
READY := .venv/.ready
READY_DEV := .venv/.ready-dev
NPM_READY := { test -x node_modules/.bin/tsc && test -x node_modules/.bin/prettier || \
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error; }
PRETTIER := node_modules/.bin/prettier --log-level warn src styles build.mjs
# Twice as many as there are cores: tests that wait for a browser or a process leave theirs to others.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print(2 * (os.cpu_count() or 1))')
BROWSER_FLAG := $(if $(filter 0 no false off,$(OPEN)),--no-open,--open)

.DEFAULT_GOAL := help
.PHONY: help run setup test lint format types bench strength web clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "  Variables: PORT=8400  OPEN=0 (no browser)  PYTHON=python3.12"

run: $(READY) ## install what is missing, start on 127.0.0.1:8400 and open the browser
	@$(BIN)/sharpen serve --port $(PORT) $(BROWSER_FLAG)

setup: $(READY_DEV) ## make .venv with everything development needs

test: setup lint ## check style and types, then run every test
	@$(BIN)/pytest -n $(WORKERS) --dist worksteal

lint: setup types ## ruff, djangofmt, mypy, import-linter; TypeScript and prettier where there is npm
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/djangofmt --quiet --check $(TEMPLATES) || { echo "Templates are not in form: make format"; exit 1; }
	@$(BIN)/mypy
	@$(BIN)/lint-imports

types:
	@if command -v npm >/dev/null; then cd frontend && $(NPM_READY) && node_modules/.bin/tsc --noEmit && \
		{ $(PRETTIER) --check || { echo "Scripts or styles are not in form: make format"; exit 1; }; }; \
	else echo "TypeScript and styles were not checked: this machine has no npm."; fi

format: setup ## bring every file into its form: Python, templates, and scripts and styles where there is npm
	@$(BIN)/ruff check --quiet --fix --select I .
	@$(BIN)/ruff format --quiet .
	@$(BIN)/djangofmt --quiet $(TEMPLATES)
	@if command -v npm >/dev/null; then cd frontend && $(NPM_READY) && $(PRETTIER) --write; \
	else echo "Scripts and styles were left as they are: this machine has no npm."; fi

bench: setup ## measure speed; writes docs/performance.md (AGAINST=CHECKOUT: ratios to another checkout)
	@$(BIN)/python -m tests.bench $(if $(AGAINST),--against $(AGAINST))

strength: setup ## the long proofs: every mutant of every problem, thousands of judgements
	@$(BIN)/sharpen content check --strength
	@$(BIN)/pytest -m slow

web: setup ## rebuild the web pages whenever a file in frontend/ changes
	@cd frontend && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && node build.mjs --watch

clean: ## remove .venv and everything that was built
	rm -rf .venv build frontend/node_modules src/sharpen/web/dist

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "sharpen needs Python 3.11 or newer, and none was found. Name one: make run PYTHON=/path/to/python3.12"; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "sharpen needs Python 3.11 or newer; $(PYTHON) is older. Name another: make run PYTHON=/path/to/python3.12"; exit 2; }
	@echo "Making .venv"
	@$(PYTHON) -m venv .venv
	@$(PIP) --upgrade 'pip>=25.1'

$(READY): .venv/bin/python $(PACKAGING) $(FRONTEND)
	@echo "Installing sharpen (the first time takes a minute)"
	@$(PIP) --constraint constraints.txt --editable '.[labs]'
	@touch $@

$(READY_DEV): $(READY)
	@echo "Installing what development needs"
	@$(PIP) --constraint constraints.txt --group dev
	@$(PIP) --constraint constraints.txt --group oracle --only-binary anki 2>/dev/null || \
		echo "Anki's own package cannot be installed here: the tests that compare with it are left out."
	@touch $@
