"""Writes a run as one page."""

from diayn_jax.show.report.notebook import summary
from diayn_jax.show.report.pages import VIEWER, Report, shown_step, write, write_directory, write_viewer
from diayn_jax.show.report.saved_pictures import put_on_page, show_pictures
