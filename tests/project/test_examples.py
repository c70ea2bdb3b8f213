"""The notebooks run from beginning to end, and contain the outputs of such a run."""

import re
from pathlib import Path

import matplotlib.pyplot as plt
import nbformat
import pytest
import untaught
from checkout import NETWORKS, NUM_SKILLS, OFF_POLICY
from nbclient import NotebookClient

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ROOT / "examples"
NOTEBOOKS = sorted(path.stem for path in EXAMPLES.glob("*.ipynb"))
ELSEWHERE = {"choose", "qdax"}  # test_choose.py and test_qdax_repertoires.py run these
# The programs of these sizes are those of other tests.
QUICK = repr(OFF_POLICY | {"num_devices": 1})
# As in other tests; Jupyter has its own process.
SHORT_FITS = (
    "from diayn_jax.evaluation.metrics import probe\n\n"
    "probe._WIDTH, probe._BATCH, probe._MAX_ROUNDS = 32, 64, 3\n"
)


def notebook_of(name):
    """Returns a notebook with small settings."""
    notebook = nbformat.read(EXAMPLES / f"{name}.ipynb", as_version=4)
    (settings,) = (cell for cell in notebook.cells if cell.source.count("SETTINGS = ") == 1)
    settings.source = SHORT_FITS + re.sub(r"(?<=SETTINGS = )\{.*?\}", QUICK, settings.source)
    networks = NETWORKS["diayn"]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.source = re.sub(
                r"""("?num_skills"?(?:=|: ))6""", rf"\g<1>{NUM_SKILLS}, **{networks}", cell.source
            )
    return notebook


@pytest.mark.slow
# Jupyter closes its own sockets late.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")
def test_it_runs_in_jupyter(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("MPLBACKEND", "agg")
    resources = {"metadata": {"path": str(tmp_path)}}
    NotebookClient(notebook_of("quickstart"), timeout=300, resources=resources).execute()
    assert list(tmp_path.glob("runs/point/*/checkpoints"))


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in NOTEBOOKS if name not in {*ELSEWHERE, "quickstart"}])
def test_its_code_runs(name, tmp_path, monkeypatch, capsys):
    """Runs the cells in this process, with runs that do not learn; Jupyter runs the quickstart."""
    untaught.with_stubs(monkeypatch)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(plt, "show", plt.close)
    names = {"__name__": "__main__"}
    for cell in notebook_of(name).cells:
        if cell.cell_type == "code":
            exec(compile(cell.source, name, "exec"), names)
    capsys.readouterr()
    assert list(tmp_path.glob("runs/point/*/checkpoints"))


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_its_outputs_are_those_of_one_run(name):
    """Every cell ran, in order and without an error, and no output shows a machine's folders."""
    notebook = nbformat.read(EXAMPLES / f"{name}.ipynb", as_version=4)
    nbformat.validate(notebook)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    outputs = [output for cell in cells for output in cell.outputs]
    assert outputs
    assert not [output for output in outputs if output.output_type == "error"]
    said = "".join(output.text for output in outputs if output.output_type == "stream")
    assert not re.search(r"Warning|/(home|root|tmp|opt|Users)/", said)
    assert (EXAMPLES / f"{name}.ipynb").stat().st_size < 1_000_000
