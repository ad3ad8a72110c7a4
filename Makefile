# Everything a person or a machine runs here. Each target sets up what it needs on a bare machine:
# python3 3.11 with venv and pip, and make; nothing else is assumed.
.PHONY: demo test test-installed test-long check bench build lock clean

PYTHON ?= python3
PORT ?= 8000
TESTS ?= src tests
WORKERS ?= 2
V := .venv/bin
UV := $(V)/uv pip install --quiet --python $(V)/python
export UV_PYTHON_DOWNLOADS := never
export PYTHONDONTWRITEBYTECODE := 1
ifdef DATABASE_URL
export DATABASE_URL
endif

$(V)/uv: requirements-uv.lock
	@test -x $(V)/python || $(PYTHON) -m venv .venv
	@$(V)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.lock
	@touch $@

.venv/ready-to-run: $(V)/uv requirements-build.lock pyproject.toml
	@echo "Installing what the program needs …"
	@$(UV) --require-hashes -r requirements-build.lock
	@VEERKRACHT_NO_FRONTEND=1 $(UV) --no-deps --no-build-isolation -e .
	@touch $@

.venv/ready-to-test: .venv/ready-to-run requirements-dev.lock
	@echo "Installing what the tests need …"
	@$(UV) --require-hashes -r requirements-dev.lock
	@touch $@

.PHONY: frontend
frontend: .venv/ready-to-run
	@$(V)/python frontend/build.py

demo: frontend
	@PORT=$(PORT) $(V)/veerkracht web demo

test: .venv/ready-to-test frontend
	@sh scripts/ensure-chromium.sh
	@$(V)/python -m pytest -q -n $(WORKERS) --dist loadfile $(TESTS)

# The program as a municipality runs it: wheel, gunicorn, nginx with TLS, no shared connections. PostgreSQL with DATABASE_URL.
test-installed: .venv/ready-to-test frontend
	@sh scripts/ensure-nginx.sh
	@VEERKRACHT_INSTALLED=1 $(V)/python -m pytest -q tests/installed

test-long: .venv/ready-to-test frontend
	@sh scripts/ensure-chromium.sh
	@$(V)/python -m pytest -q -n $(WORKERS) --dist load --long $(TESTS)

check: .venv/ready-to-test
	@$(V)/ruff check .
	@$(V)/ruff format --check .
	@$(V)/mypy
	@$(V)/lint-imports
	@$(V)/djlint --lint --quiet src

bench: .venv/ready-to-test frontend
	@for part in benchmarks/*/; do echo "== $$part"; $(V)/python $$part/run.py || exit 1; done

build: .venv/ready-to-run
	@$(V)/python -m hatchling build -t wheel

# New versions of everything; commit the result. The lock files hold hashes and no addresses.
LOCK := $(V)/uv pip compile --upgrade --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet
lock: $(V)/uv
	@echo uv | $(LOCK) - -o requirements-uv.lock
	@$(LOCK) pyproject.toml --extra postgres -o requirements.lock
	@$(LOCK) pyproject.toml --extra postgres --group build -o requirements-build.lock
	@$(LOCK) pyproject.toml --extra postgres --group dev -o requirements-dev.lock

clean:
	@rm -rf .venv var build dist frontend/node_modules src/veerkracht/web/ui/static/built src/veerkracht/documents/fonts
