# Two commands are enough on a machine with Python 3.11 (or newer) and GNU make:
#
#   make train    trains ten skills of ant
#   make test     runs all tests
#
# Both first set up an environment in .venv. `make help` lists the rest.

# You can set these variables on the command line, as in `make train ARGS="--seed=1"`. PYTHON, LOCK, EXTRA and
# WITH keep the values with which the environment was set up, until you set them again.
VENV ?= .venv
CHOICES := $(VENV)/.choices
-include $(CHOICES)
PYTHON ?=# the Python that makes the environment; empty: the best one found
LOCK ?= constraints/py311.txt
EXTRA ?= auto# cuda12, cuda13, cpu, or auto: chosen by the output of nvidia-smi
WITH ?=# more of the package's extras, separated by commas, such as playground
ARGS ?=# more flags for the training command or for pytest
JOBS ?= 3# number of processes that run tests: one more than two cores, because some tests wait
PIP_FLAGS ?= --quiet --disable-pip-version-check

BIN := $(VENV)/bin
comma := ,
STAMP := $(VENV)/.installed

# `said` has the variables set on the command line or in the environment, such as WITH=playground. `chosen`, from
# the CHOICES file, has those set earlier. `new` has those in `said` that differ from `chosen`. `kept` has the
# names of all variables to store.
said := $(foreach name,PYTHON LOCK EXTRA WITH,$(if $(filter command environment,$(origin $(name))),$(name)=$($(name))))
new := $(filter-out $(chosen),$(said))
kept := $(sort $(foreach word,$(said) $(chosen),$(firstword $(subst =, ,$(word)))))

.DEFAULT_GOAL := help
.PHONY: help train paper test setup lint docs notebooks lock clean again

help:
	@echo 'make train    set up, then train ten skills of ant (ARGS="..." adds flags, such as --seed=1)'
	@echo 'make test     set up, then run all tests           (ARGS="..." goes to pytest, such as -k replay)'
	@echo 'make paper    set up, then make the figures of DIAYN'"'"'s paper (ARGS=navigation: one of them)'
	@echo 'make setup    make the environment in $(VENV), once, and again if a variable changes'
	@echo 'make lint     only ruff, mypy and import-linter'
	@echo 'make docs     the documentation as a site, in build/site'
	@echo 'make notebooks  run examples/*.ipynb, and store their outputs in them'
	@echo 'make lock     renew constraints/py311.txt'
	@echo 'make clean    remove the environment, caches and built files; runs stay'
	@echo
	@echo 'Variables: PYTHON=python3.12 (which Python), EXTRA=cuda12|cuda13|cpu (which JAX; detected by default),'
	@echo '           WITH=playground (more extras), VENV=folder, LOCK=constraints file, JOBS=3 (processes that run tests)'

train: setup
	$(BIN)/diayn train --env=ant --num_skills=10 $(ARGS)

# The runs that are done are taken, so the command may be stopped and given again.
paper: setup
	$(BIN)/diayn paper $(or $(ARGS),all)

# The tests include the linters and the type checker (tests/project/test_style.py), so pytest's last line and
# exit status cover all of them.
test: setup
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder $(ARGS); \
	status=$$?; echo $$status > $(VENV)/.test-status; exit $$status

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

# Adds the extra `docs` to the extras that the environment has.
docs:
	@$(MAKE) --no-print-directory setup \
	  WITH=$(if $(filter docs,$(subst $(comma), ,$(WITH))),$(WITH),$(if $(WITH),$(WITH)$(comma))docs)
	$(BIN)/python -m sphinx -q -W --keep-going -c docs . build/site
	@echo 'Open build/site/docs/index.html'

# Runs the notebooks and stores their outputs in them. Their runs and files go into examples/, and are deleted.
notebooks: setup
	$(BIN)/jupyter execute --inplace --startup_timeout=300 examples/*.ipynb
	rm -rf examples/runs examples/*.npz examples/*.png examples/*.svg examples/*.onnx

setup: $(STAMP)

# Python 3.11 installs the locked versions. A newer Python installs versions in the ranges of setup.cfg. If PYTHON
# differs from the environment's Python, the environment is made anew.
$(STAMP): setup.cfg $(wildcard $(LOCK)) $(if $(new),again)
	@set -e; \
	which='import sys; print(sys.version, sys.base_prefix)'; \
	there=$$($(BIN)/python -c "$$which" 2>/dev/null) || there=''; \
	if [ -z "$$there" ] || { [ -n '$(PYTHON)' ] && [ "$$($(PYTHON) -c "$$which" 2>/dev/null)" != "$$there" ]; }; then \
	  python=''; \
	  for candidate in $(or $(PYTHON),python3.11 python3 python3.12 python3.13 python3.14 python); do \
	    if $$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	      python=$$candidate; break; \
	    fi; \
	  done; \
	  if [ -z "$$python" ]; then \
	    echo 'Python 3.11 or newer is needed, and $(or $(PYTHON),no python3 on this PATH) is not that.'; \
	    echo 'Install it, or give its path: make $(or $(MAKECMDGOALS),setup) PYTHON=/path/to/python3.11'; \
	    exit 1; \
	  fi; \
	  if ! $$python -c 'import ensurepip, venv' 2>/dev/null; then \
	    echo "$$python has no venv module. Install it (Debian and Ubuntu: apt install python3-venv)."; \
	    exit 1; \
	  fi; \
	  if [ -e $(VENV) ] && [ ! -e $(VENV)/pyvenv.cfg ] && [ -n "$$(ls -A $(VENV))" ]; then \
	    echo 'VENV=$(VENV) is no virtual environment (it has no pyvenv.cfg), and nothing in it was changed.'; \
	    echo 'Name a folder that is new or empty: make $(or $(MAKECMDGOALS),setup) VENV=folder'; \
	    exit 1; \
	  fi; \
	  rm -rf $(VENV); \
	  $$python -m venv $(VENV); \
	fi; \
	version=$$($(BIN)/python -c 'import sys; print("%d.%d" % sys.version_info[:2])'); \
	extra='$(EXTRA)'; \
	if [ "$$extra" = auto ]; then \
	  extra=cpu; \
	  if nvidia-smi -L 2>/dev/null | grep -q '^GPU'; then \
	    cuda=$$(nvidia-smi | sed -n 's/.*CUDA[A-Za-z ]*Version *: *\([0-9][0-9]*\).*/\1/p' | head -n 1); \
	    if [ "$${cuda:-0}" -ge 13 ]; then extra=cuda13; \
	    elif [ "$${cuda:-0}" -eq 12 ]; then extra=cuda12; \
	    else echo "This GPU's driver is for CUDA $${cuda:-(unknown)}; JAX needs 12 or 13, so the CPU is used."; \
	    fi; \
	  fi; \
	fi; \
	extras='test$(addprefix $(comma),$(WITH))'; [ "$$extra" = cpu ] || extras="$$extras,$$extra"; \
	constraint=''; what='versions by the ranges in setup.cfg (the lock is for Python 3.11)'; \
	if [ "$$version" = 3.11 ] && [ -n '$(LOCK)' ]; then constraint='-c $(LOCK)'; what='versions as in $(LOCK)'; fi; \
	echo "Setting up $(VENV): Python $$version, $$extra, $$what. This takes a few minutes, once."; \
	rm -f $@; \
	printf '%s\n' 'chosen := $(foreach name,$(kept),$(name)=$($(name)))' $(foreach name,$(kept),'$(name) ?= $($(name))') \
	  > $(CHOICES); \
	for other in $(if $(filter-out auto,$(EXTRA)),$(filter-out $(EXTRA),cuda12 cuda13)); do \
	  $(BIN)/python -m pip uninstall --yes -qq jax-$$other-plugin jax-$$other-pjrt; \
	done; \
	$(BIN)/python -m pip install $(PIP_FLAGS) $$constraint -e ".[$$extras]"; \
	touch $@

# Resolves with every extra at once: the constraint of a package that a machine doesn't install has no effect.
lock: setup
	$(BIN)/python -m pip install $(PIP_FLAGS) 'uv>=0.8'
	$(BIN)/uv pip compile --quiet --no-annotate --no-header --all-extras --no-emit-package diayn-jax \
	  --python-version 3.11 --python-platform x86_64-manylinux_2_28 \
	  --output-file constraints/py311.new setup.cfg
	{ sed -n '/^#/p' constraints/py311.txt; cat constraints/py311.new; } > constraints/py311.tmp
	mv constraints/py311.tmp constraints/py311.txt
	rm constraints/py311.new

clean:
	rm -rf .venv .venv-* .jax_cache .mypy_cache .pytest_cache .ruff_cache build dist *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
