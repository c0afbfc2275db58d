# make run | test | check | clean   (README.md says more)

.DEFAULT_GOAL := run
.PHONY: run test simulate check template setup clean lock sam checkov bench fuzz orders audit

VENV := .venv
BIN := $(VENV)/bin
LOCKS := requirements.lock requirements-node.lock
# The stamp is named after the locks' contents, so a new lock means a new environment.
STAMP = $(VENV)/set-up-$(shell cat $(LOCKS) | cksum | cut -d' ' -f1)

AWS_PORT ?= 4566
SITE_PORT ?= 8080
SAMPLE ?= azimuth

run: setup
	@exec $(BIN)/triptych run --aws-port $(AWS_PORT) --site-port $(SITE_PORT) --sample $(SAMPLE) $(if $(ONCE),--once)

# In as many processes as there are processors; JOBS=0 is one, which shows each test's output at once.
JOBS ?= auto
test: setup
	@$(BIN)/python -m pytest --numprocesses $(JOBS) --dist loadgroup $(ARGS)

# Figures for docs/BENCHMARKS.md (WRITE=1 writes it); takes minutes. ONLY=count is a part.
bench: setup
	@WRITE=$(WRITE) ONLY=$(ONLY) $(BIN)/python -m tests.bench

# The protocol under 20,000 schedules; SEED=884 plays one of them again and shows its trace.
simulate: RUNS ?= 20000
FIRST ?= 0
simulate: setup
	@$(BIN)/python -m tests.simulation $(if $(SEED),--seed $(SEED),--runs $(RUNS) --first $(FIRST))

# Marks and names through engines of seven behaviours, one of them Apertium (installed by apt-get).
CASES ?= 10000
fuzz: setup
	@$(BIN)/python -m tests.fuzz --cases $(CASES) --first $(FIRST)

# Every order of eight events of a story, and longer scripts by chance (more than an hour of processor time).
orders: RUNS ?= 100000
orders: setup
	@$(BIN)/python -m tests.orders --runs $(RUNS) --first $(FIRST)

# What Lighthouse, axe, the Nu checker and others say of pages of every kind -> docs/AUDIT.md; hours, but
# it goes on where it was stopped. ARGS=--few is what .ci/run looks at, ARGS="--only video" a part.
audit: $(VENV)/audit/set-up
	@$(BIN)/python -m tests.audit --aws-port $(AWS_PORT) --site-port $(SITE_PORT) $(ARGS)

# They need a newer Node than many machines have.
$(VENV)/audit/set-up: requirements-node.lock tests/audit/package-lock.json | setup
	@echo "Setting up audit (once) ..."
	@./tests/audit/set_up.sh $(VENV)/audit $(BIN)/python
	@touch $@

check: setup
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo >/dev/null || $(BIN)/lint-imports

# What linters say of template.yaml, and of what CloudFormation makes of it.
template: sam checkov
	@mkdir -p .aws-sam
	@SAM_CLI_TELEMETRY=0 AWS_DEFAULT_REGION=us-east-1 $(VENV)/sam/bin/sam validate --lint
	@$(BIN)/python -m infra.package.expand > .aws-sam/expanded.json
	@$(BIN)/cfn-lint .aws-sam/expanded.json infra/package/deployer.yaml
	@$(VENV)/checkov/bin/checkov --config-file infra/package/checkov.yaml --file .aws-sam/expanded.json infra/package/deployer.yaml

setup:
	@test -e $(STAMP) || ./infra/local/set_up.sh $(VENV) $(STAMP)

# The SAM CLI and checkov pin other versions than we do: each has an environment of its own.
sam checkov: %: $(VENV)/%/set-up
$(VENV)/%/set-up: requirements-%.lock | setup
	@echo "Setting up $* (once) ..."
	@$(BIN)/python -m venv $(VENV)/$*
	@$(VENV)/$*/bin/python -m pip install -qq --disable-pip-version-check --require-hashes --no-deps -r $<
	@touch $@

clean:
	rm -rf .triptych

# After a change of dependencies in pyproject.toml. Needs uv (`pip install uv`).
COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header
lock:
	$(COMPILE) pyproject.toml --group dev -o requirements.lock
	$(COMPILE) pyproject.toml -c requirements.lock -o infra/package/requirements.txt
	for group in node sam checkov; do $(COMPILE) --group $$group -o requirements-$$group.lock || exit 1; done
