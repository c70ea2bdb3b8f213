"""Writes the figures that are made so far as one page of HTML and as a PDF."""

import base64
import html
import io
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from matplotlib import image
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure as Picture

from diayn_jax.number_format import duration
from diayn_jax.papers.figures import FIGURES
from diayn_jax.records import table_html
from diayn_jax.show.pictures.figure_style import INK, new_figure
from diayn_jax.storage import files

PAGE, PRINTED = "paper.html", "paper.pdf"
TITLE = "The figures of DIAYN's paper, made anew"
INTRO = (
    "Each figure has the values that a paper publishes, ours beside them, and a paragraph of what agrees "
    "and what does not. Intervals are 95 % intervals of interquartile means over seeds, by stratified "
    "bootstrap. Published values say how they are known; check them against the paper before you cite them."
)
_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
img { width: 100%; height: auto; background: white; border-radius: 6px; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin: 2.5rem 0 0.3rem; }
.place, .made { opacity: 0.7; font-size: 0.9rem; margin: 0.3rem 0; }
table { border-collapse: collapse; font-size: 0.9rem; margin: 0.8rem 0; }
td, th { border-bottom: 1px solid #8885; padding: 0.3rem 0.9rem 0.3rem 0; text-align: left; }
td { vertical-align: top; }
nav { font-size: 0.95rem; }
"""


def write(directory: Path, documents: Mapping[str, Mapping[str, Any]]) -> list[Path]:
    """Writes `paper.html` and `paper.pdf` of all figures that are made; returns the paths.

    Args:
      directory: the folder of the budget, with a folder of each figure.
      documents: the content of each figure's `data.json`, by the figure's name.

    Raises:
      RunFileError: a file cannot be written.
    """
    paths = [directory / PAGE, directory / PRINTED]
    files.write_atomic(paths[0], _html(directory, documents))
    files.write_atomic(paths[1], _pdf(directory, documents))
    return paths


def published_cells(document: Mapping[str, Any]) -> list[list[str]]:
    """Returns what is published for a figure as rows of text, the heading first."""
    rows = [["published", "value", "known", "source"]]
    for given in document["published"]:
        ends = [f"{given[end]:g}" for end in ("low", "high") if given[end] is not None]
        where = f"{given['on']}: " if given["on"] else ""
        rows.append([where + given["says"], " to ".join(dict.fromkeys(ends)), given["how"], given["source"]])
    return rows


def made_in_words(document: Mapping[str, Any]) -> str:
    """Says how a figure was made: the command, the time, the machine and the commit."""
    cores = document["device"].get("cpu_cores")
    commits = ", ".join(commit[:12] for commit in document["commits"]) or "no checkout"
    return (
        f"Made by {document['command']}; its runs took {duration(document['seconds'])}, without calls "
        f"that were killed, on {document['device'].get('platform', 'a machine')} "
        f"({cores} CPU cores); commit {commits}."
    )


def _html(directory: Path, documents: Mapping[str, Mapping[str, Any]]) -> str:
    links = " · ".join(f'<a href="#{name}">{html.escape(FIGURES[name].title)}</a>' for name in documents)
    parts = [f"<h1>{TITLE}</h1>", f"<p>{html.escape(INTRO)}</p>", f"<nav>{links}</nav>"]
    for name, document in documents.items():
        row = FIGURES[name]
        picture = base64.b64encode((directory / name / f"{name}.png").read_bytes()).decode()
        parts += [
            f'<h2 id="{name}">{html.escape(row.title)}</h2>',
            f'<p class="place">In the paper: {html.escape(row.place)}</p>',
            f'<img src="data:image/png;base64,{picture}" alt="{html.escape(row.title)}">',
            f"<p>{html.escape(document['text'])}</p>",
            table_html(published_cells(document)),
            f'<p class="made">{html.escape(made_in_words(document))}</p>',
        ]
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<link rel="icon" href="data:,">\n'
        f"<title>{TITLE}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(parts)
        + "\n</body>\n</html>\n"
    )


def _pdf(directory: Path, documents: Mapping[str, Mapping[str, Any]]) -> bytes:
    out = io.BytesIO()
    with PdfPages(out, metadata={"Title": TITLE, "CreationDate": None}) as pages:
        for name, document in documents.items():
            pages.savefig(
                _printed(FIGURES[name].title, document, image.imread(directory / name / f"{name}.png"))
            )
    return out.getvalue()


def _printed(title: str, document: Mapping[str, Any], picture: Any) -> Picture:
    """Returns a page of the PDF, A4: the picture, the paragraph, and what is published."""
    page = new_figure(8.27, 11.69, title)
    high = picture.shape[0] / picture.shape[1]
    shown, below = page.subplots(2, 1, height_ratios=(high, max(0.3, 1.35 - high)))
    shown.set_anchor("N")
    shown.imshow(picture, interpolation="lanczos")
    published = [
        ": ".join(filter(None, row[:2])) + f" ({row[2]}; {row[3]})" for row in published_cells(document)[1:]
    ]
    lines = [document["text"], "Published:", *published, made_in_words(document)]
    wrapped = "\n\n".join(textwrap.fill(text, 115) for text in lines)
    told = below.text(0, 1, wrapped, va="top", fontsize=8.5, color=INK, transform=below.transAxes)
    told.set_in_layout(False)  # the layout would shrink both panels to make room for it
    for ax in (shown, below):
        ax.set_axis_off()
    return page
