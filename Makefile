# Everything a person or a machine runs here. Each target sets up what it needs on a bare machine:
# python3 3.11 with venv and pip, and make; nothing else is assumed.
.PHONY: demo test test-installed test-long check look bench build image audit lock clean

PYTHON ?= python3
PORT ?= 8000
TESTS ?= src tests
WORKERS ?= 2
V := .venv/bin
UV := $(V)/uv pip install --quiet --compile-bytecode --python $(V)/python
export UV_PYTHON_DOWNLOADS := never
# Compiled once and kept: every test process and every started server would else compile the whole house again.
unexport PYTHONDONTWRITEBYTECODE
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
	@$(V)/python -m pytest -q -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(TESTS)

# The program as a municipality runs it: wheel, gunicorn, nginx with TLS, no shared connections. PostgreSQL with DATABASE_URL.
test-installed: .venv/ready-to-test frontend
	@sh scripts/ensure-machine.sh
	@VEERKRACHT_INSTALLED=1 $(V)/python -m pytest -q tests/installed

test-long: .venv/ready-to-test frontend
	@sh scripts/ensure-chromium.sh
	@$(V)/python -m pytest -q -n $(WORKERS) --dist load --long $(TESTS)

# Contact sheets of the pages in each width, at 200% and on paper; fails on what an eye would trip over.
look: .venv/ready-to-test frontend
	@sh scripts/ensure-chromium.sh
	@$(V)/python -m scripts.look

check: .venv/ready-to-test
	@$(V)/ruff check .
	@$(V)/ruff format --check .
	@$(V)/mypy
	@$(V)/lint-imports
	@$(V)/djlint --lint --quiet src

bench: .venv/ready-to-test frontend
	@for part in benchmarks/*/run.py; do echo "== $$part"; $(V)/python -m "$$(echo $${part%.py} | tr / .)" || exit 1; done

# What a municipality installs from (docs/operations/install.md): the wheel, its lock files, what is in it (CycloneDX),
# the units of systemd and the settings of nginx.
build: .venv/ready-to-run
	@$(V)/python -m hatchling build -t wheel
	@$(V)/python scripts/sbom.py dist/veerkracht.cdx.json
	@$(V)/python scripts/sbom.py dist/veerkracht-population.cdx.json requirements-population.lock
	@cp requirements.lock requirements-population.lock packaging/systemd/* packaging/nginx/* dist/

# The container image, as an OCI archive; Debian with mmdebstrap, buildah and python3-pip.
image: build
	@sh packaging/oci/build.sh dist/veerkracht-*.whl dist/veerkracht.tar

# Known holes in the locked packages. Where the data cannot be reached it says so and fails: not checked is not safe
# (`--strict`: without it a package nobody knows of is passed over).
audit:
	@$(PYTHON) -m venv build/audit && build/audit/bin/pip install --quiet pip-audit
	@build/audit/bin/pip-audit --strict --requirement requirements-population.lock --require-hashes --disable-pip \
	  || { echo "NOT CHECKED, or holes were found: see above"; exit 1; }

# New versions of everything; commit the result. The lock files hold hashes and no addresses.
LOCK := $(V)/uv pip compile --upgrade --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet
lock: $(V)/uv
	@echo uv | $(LOCK) - -o requirements-uv.lock
	@$(LOCK) pyproject.toml --extra postgres -o requirements.lock
	@$(LOCK) pyproject.toml --extra postgres --extra population -o requirements-population.lock
	@$(LOCK) pyproject.toml --extra postgres --extra population --group build -o requirements-build.lock
	@$(LOCK) pyproject.toml --extra postgres --extra population --group dev -o requirements-dev.lock

clean:
	@rm -rf .venv var build dist frontend/node_modules src/veerkracht/web/ui/static/built src/veerkracht/documents/fonts
