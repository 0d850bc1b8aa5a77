"""Downloads of exactly the rows that the filters leave: kinds of files, layouts, and the layouts of an office."""

from __future__ import annotations

from dashboard.download.area import draw_downloads
from ecoledger.export.form import FORMS

__all__ = ["XLSX", "draw_downloads"]

XLSX = FORMS["xlsx"].mime
