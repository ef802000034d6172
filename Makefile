# Every target works from a fresh clone with only Python >= 3.11 and make.
PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: setup chat test check bench bench-peers
.DELETE_ON_ERROR:

setup: .venv/limber

chat: setup
	@$(BIN)/limber chat

test: .venv/dev check
	$(BIN)/pytest

check: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/limber check

bench: .venv/dev
	$(BIN)/python -m tests.bench

bench-peers: .venv/dev
	@test -x .venv-peers/bin/python || $(PYTHON) -m venv .venv-peers
	-@.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/peers.txt
	-@.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check -r requirements/peers-torch.txt
	$(BIN)/python -m tests.bench.peers

# The stamps say which lock file the environment was made from.
.venv/limber: requirements/run.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Setting Limber up (once, about half a minute) ..."
	@$(INSTALL) --require-hashes -r requirements/run.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m bot.index --ship
	@touch $@

.venv/dev: .venv/limber requirements/dev.txt
	@$(INSTALL) --require-hashes -r requirements/dev.txt
	@touch $@
