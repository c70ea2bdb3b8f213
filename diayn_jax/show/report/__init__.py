"""A run as one page."""

from diayn_jax.show.report.notebook import summary
from diayn_jax.show.report.pages import VIEWER, Report, write, write_directory, write_viewer

__all__ = ["VIEWER", "Report", "summary", "write", "write_directory", "write_viewer"]
