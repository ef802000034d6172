# Every target works from a fresh clone with only Python >= 3.11 and make.
PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: setup chat test test-floors test-faces check bench bench-peers mutants
.DELETE_ON_ERROR:

setup: .venv/limber

chat: setup
	@$(BIN)/limber chat

# Coverage makes tests twice as slow: it is measured where it is held (pyproject.toml), not on the faces. The two halves
# take about as long as each other and run side by side.
ROOMS := library answering desk stretching store
COVERED := $(addprefix tests/,$(ROOMS))

test: .venv/dev check
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target test-floors test-faces

test-floors: .venv/dev
	$(BIN)/coverage run -m pytest $(COVERED)
	@for room in $(ROOMS); do $(BIN)/coverage report --include "bot/$$room/*" || exit; done

test-faces: .venv/dev
	$(BIN)/pytest $(addprefix --ignore=,$(COVERED))

check: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/limber check

bench: .venv/dev
	$(BIN)/python -m tests.bench

# Breaks Limber one thing at a time and says what no test noticed.
mutants: .venv/dev
	$(BIN)/python -m tests.mutants

# Torch first: it has no hash, and what is installed with hashes may need nothing that is not there.
bench-peers: .venv/dev
	@test -x .venv-peers/bin/python || $(PYTHON) -m venv .venv-peers
	-@.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check -r requirements/peers-torch.txt
	-@.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/peers.txt
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
