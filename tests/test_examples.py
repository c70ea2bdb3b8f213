"""The notebooks run from beginning to end."""

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
QUICK = '{"num_env_steps": 2_000, "episode_length": 10, "warmup_steps": 512, "eval_episodes": 2}'


@pytest.mark.slow
@pytest.mark.parametrize("name", ["quickstart", "imitate", "finetune"])
# Jupyter's own sockets are let go of late.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")
def test_it_runs(name, tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("MPLBACKEND", "agg")
    notebook = nbformat.read(EXAMPLES / f"{name}.ipynb", as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells)
    (settings,) = (cell for cell in notebook.cells if cell.source.count("SETTINGS = ") == 1)
    settings.source = re.sub(r"(?<=SETTINGS = )\{.*?\}", QUICK, settings.source)
    client = NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(tmp_path)}})
    client.execute()
    assert list(tmp_path.glob("runs/point/*/checkpoints"))
