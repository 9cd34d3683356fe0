# Every task by one word; `make` alone lists them. Needs Python 3.11+, make and git.
# `make lint` needs Node as well: its type checker and linters for JavaScript run on it. `make test`
# uses it where it is there: the editors of webmails come from npm.

PYTHON ?= python3
BIN := .venv/bin
SECONDS ?= 60
PIP := $(BIN)/pip install --quiet --constraint constraints.txt

.DEFAULT_GOAL := help

help: ## List the tasks
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: .venv/run ## Start the service and the site, and say what to do next
	$(BIN)/afterword serve

demo: .venv/run ## Open an installed Chromium with the extension and the practice page
	$(BIN)/afterword demo

test: .venv/test ## Install what the tests need, a browser included, and run all of them
	$(BIN)/python -m tests.provision
	$(BIN)/pytest

lint: .venv/lint node_modules site extension ## Check style, types, layers, the packed extension, each page's HTML
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/codespell
	$(BIN)/mypy
	$(BIN)/lint-imports
	npm run --silent lint
	npm run --silent lint:extension
	npm run --silent lint:site

lighthouse: .venv/test site ## Measure each layout of the site in Chromium (needs Node)
	npm ci --silent --prefix tests/lighthouse
	$(BIN)/python -m tests.lighthouse build/site

format: .venv/lint node_modules ## Format Python, JavaScript and CSS
	$(BIN)/ruff check --fix --exit-zero
	$(BIN)/ruff format
	npm run --silent format

measure: .venv/test ## Measure moves and checks on labelled emails
	$(BIN)/python -m tests.measure

bench: .venv/bench .venv/test ## Time engine and service beside their peers, and what the extension costs
	@if command -v npm >/dev/null; then npm ci --silent --prefix tests/bench; fi
	$(BIN)/python -m tests.bench

fuzz: .venv/fuzz ## Search for texts and requests that break something; SECONDS=60 a search
	$(BIN)/python -m tests.fuzz.drafts -max_total_time=$(SECONDS) -max_len=6000
	$(BIN)/python -m tests.fuzz.service --max-examples 200

openapi: .venv/run ## Write openapi.json from the schemas
	$(BIN)/afterword openapi --write

site: .venv/run ## Build the static site into build/site
	$(BIN)/afterword site build build/site

extension: .venv/run ## Pack the extension for Chrome and for Firefox into dist
	$(BIN)/afterword extension pack dist

clean: ## Remove everything that the other tasks made
	rm -rf .venv node_modules build dist tests/e2e/webmails/build tests/*/node_modules \
	  tests/e2e/webmails/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Afterword needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -m venv .venv \
	  || { rm -rf .venv; echo "Python could not make an environment. On Debian and Ubuntu: apt install python3-venv"; exit 1; }

.venv/run: .venv/bin/python pyproject.toml constraints.txt
	$(PIP) --editable .
	@touch $@

.venv/test: .venv/run
	$(PIP) --editable '.[test]'
	@touch $@

.venv/bench: .venv/run
	$(PIP) --editable '.[bench]'
	@touch $@

.venv/fuzz: .venv/run
	$(PIP) --editable '.[fuzz]'
	@touch $@

.venv/lint: .venv/run
	$(PIP) --editable '.[lint]'
	@touch $@

node_modules: package.json package-lock.json
	@command -v npm >/dev/null || { echo "make lint needs Node 20 or newer (npm was not found)."; exit 1; }
	npm install --no-save --no-audit --no-fund --loglevel=error
	@touch $@

.PHONY: help run demo test lint lighthouse format measure bench fuzz openapi site extension clean
