# Every verb of the project. `make` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/sh
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
WEB_SOURCES := $(shell find web/src web/public -type f 2>/dev/null) $(wildcard web/*.html web/*.ts web/*.json web/build/*)

.PHONY: help run test check build e2e screenshots client migrate standin lock clean

help: ## list the verbs
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sort | sed -E 's/^([a-z0-9-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

run: .make/python web/dist/index.html ## set everything up and run it: the page, the API, a worker, PostgreSQL and Valkey
	@exec $(BIN)/python -m app.cli serve

test: .make/python-dev web/dist/index.html ## run all tests but those in the browser
	@npm --prefix web test --silent
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

check: .make/python-dev .make/node ## lint, types, import arrows, sizes, docs, generated client
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/test_architecture.py tests/test_docs.py
	$(BIN)/python -m tests.client_is_current
	npm --prefix web run --silent lint
	npm --prefix web run --silent typecheck

build: web/dist/index.html ## build the page

e2e: .make/python-dev web/dist/index.html ## drive the page in a real Chromium against the real stack
	@$(BIN)/python -m tests.e2e

screenshots: .make/python-dev web/dist/index.html ## make the pictures of the README anew
	@$(BIN)/python -m tests.e2e --screenshots docs/images

client: .make/python .make/node ## generate the page's client from the API
	$(BIN)/python -m app.cli openapi > web/openapi.json
	npm --prefix web run --silent client

migrate: .make/python ## bring the database's schema up to date
	@$(BIN)/python -m app.cli migrate

standin: .make/python-dev ## run the YouTube stand-in, to see an extraction in the page without internet
	@$(BIN)/python -m tests.standin.youtube --port 8899 --dir .standin

lock: ## compile requirements*.txt from pyproject.toml
	uv pip compile --quiet --universal --generate-hashes --no-header pyproject.toml -o requirements.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --group dev -c requirements.txt pyproject.toml -o requirements-dev.txt

clean: ## remove all that was installed or built here; data stays
	rm -rf .venv .make web/node_modules web/dist

# -- set-up: done once, and again when the lock changes --------------------------------------------------------------

.venv/bin/python:
	@python=$$(scripts/find-python) && echo "Creating the environment with $$python" && "$$python" -m venv .venv

.make/python: requirements.txt | .venv/bin/python
	@echo "Installing the Python packages"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.txt
	@mkdir -p .make && touch $@

.make/python-dev: requirements-dev.txt .make/python
	@echo "Installing the Python packages for development"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.txt
	@mkdir -p .make && touch $@

.make/node: web/package-lock.json
	@scripts/check-node
	@echo "Installing the page's packages"
	@cd web && npm ci --silent --no-audit --no-fund
	@mkdir -p .make && touch $@

web/dist/index.html: .make/node $(WEB_SOURCES)
	@echo "Building the page"
	@cd web && npm run --silent build
	@touch $@
