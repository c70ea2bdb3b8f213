"""How Sphinx makes the site: `make docs`.

Its source folder is the project's, so that a link between pages is the same there and in an editor.
"""

import html
import importlib.metadata
import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes

from diayn_jax.storage import files, pretrained

project = "diayn_jax"
author = project_copyright = "The diayn_jax authors"
version = release = importlib.metadata.version("diayn_jax")

root_doc = "docs/index"
include_patterns = [
    "docs/*.md",
    "docs/*/*.md",
    "examples/*.ipynb",
    "benchmarks/README.md",
    "benchmarks/results/*.md",
    "diayn_jax/show/web/README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "FAQ.md",
]
exclude_patterns = [".*", "**/.*", "build", "dist", "runs", "**/node_modules"]

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_heading_anchors = 4
# Notebooks are shown as they were run; tests run them anew.
nb_execution_mode = "off"
nb_merge_streams = True

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
add_module_names = False
# Docstrings name what is code by single backticks.
default_role = "literal"
napoleon_use_rtype = False
maximum_signature_line_length = 80

# tests/project/test_docs.py sees that all pages of docs/ are listed; others are reached by links.
suppress_warnings = ["toc.not_included"]

html_theme = "furo"
html_title = "diayn_jax"
# Pages of players (`diayn show RUN --what=viewer`), which pages of results embed.
html_static_path = ["players", "static"]
html_js_files = ["accessible.js"]
html_copy_source = False
html_show_sourcelink = False


def escape(app: Any, what: str, name: str, obj: Any, options: Any, lines: list[str]) -> None:
    """Bars and any-axes stars of docstrings (|u|, [..., *]) are no markup."""
    lines[:] = [re.sub(r"\*(?=\])|(?<=\[)\*|\|", r"\\\g<0>", line) for line in lines]


def embed_players(app: Any, doctree: nodes.document, page: str) -> None:
    """Shows a page of players in place of a link to it. Elsewhere the link is an ordinary one."""
    for link in list(doctree.findall(addnodes.download_reference)):
        folder, _, name = link["reftarget"].rpartition("/")
        if folder.rpartition("/")[2] != "players" or app.builder.format != "html":
            continue
        address = "../" * page.count("/") + f"_static/{name}"
        frame = (
            f'<iframe src="{html.escape(address)}" title="{html.escape(link.astext())}" loading="lazy" '
            'style="width: 100%; height: 42rem; border: 0"></iframe>'
        )
        link.replace_self(nodes.raw("", frame, format="html"))


def simulated() -> list[str]:
    """Returns the names of the pretrained skills whose page simulates the physics they were trained with."""
    ran = {
        name: files.read_checked_json(pretrained.folder(name) / files.CONFIG) for name in pretrained.names()
    }
    return [name for name, each in ran.items() if each["resolved"]["backend"] == "native"]


def frame_pretrained(app: Any, page: str, source: list[str]) -> None:
    """Puts a frame for each page of `write_pretrained` in place of the page's comment on them."""
    if app.builder.format == "html":
        frames = [
            f'<h3>{name}</h3><iframe src="../../_static/play-{name}.html" title="{name}" loading="lazy" '
            'style="width: 100%; height: 36rem; border: 0"></iframe>'
            for name in simulated()
        ]
        block = "\n".join(["```{raw} html", *frames, "```"])
        source[0] = source[0].replace("<!-- a page to play with each of them -->", block)


def write_pretrained(app: Any, error: Exception | None) -> None:
    """Writes a page without a server for each of these skills, 5 MB each, which is why none is committed."""
    if error is None and app.builder.format == "html":
        import diayn_jax

        for name in simulated():
            page = Path(app.outdir) / "_static" / f"play-{name}.html"
            diayn_jax.play(pretrained.folder(name), page=page)


def setup(app: Any) -> None:
    """What Sphinx calls."""
    app.connect("source-read", frame_pretrained)
    app.connect("build-finished", write_pretrained)
    app.connect("doctree-resolved", embed_players)
    # Before napoleon, which adds markup of its own.
    app.connect("autodoc-process-docstring", escape, priority=400)
