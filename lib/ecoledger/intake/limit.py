"""The bounds of what is read. Each holds by a test; docs/INTAKE.md states them for users."""

from __future__ import annotations

MEGABYTE = 1024 * 1024

MAX_FILE = 256 * MEGABYTE
"""Anything handed in; an archive of a year's reports stays below. No more than this is read from standard input."""

MAX_DOCUMENT = 32 * MEGABYTE
"""One report, alone or in an archive: a page of 20 MB with its pictures inside passes."""

MAX_CHARACTERS = 400_000
"""The text of one report, in one line or many; the longest plans of a province have some 100,000."""

MAX_TAGS = 200_000
"""Tags of one page, opening and closing; the largest pages of sites have some 10,000."""

MAX_MEMBERS = 20_000
"""Files in an archive and its inner archives, or rows of a table: a year's reports, not a crawl."""

MAX_DEPTH = 2
"""Archives within an archive: sites hand out a ZIP of ZIPs, nobody a third layer."""

MAX_UNPACKED = 1024 * MEGABYTE
"""All that comes out of one archive, its inner archives included."""

MAX_RATIO = 200
"""Unpacked to packed size of a member; running text stays below 10, the emptiest table below 100."""

RATIO_COUNTS_FROM = 4 * MEGABYTE
"""Small members may shrink as they like: a megabyte of blanks does no harm."""

MAX_PARTS = 5_000
"""Parts of one DOCX, XLSX, OFD or mail; one with many pictures has some hundreds."""

MAX_PACKAGE = 256 * MEGABYTE
"""All parts of one DOCX, XLSX or OFD, unpacked."""

MAX_XML_TAGS = 2_000_000
"""Tags of one part that is read whole; a plan of a province has some 300,000. Each takes some 100 bytes in memory."""

MAX_SHEET_TAGS = 6_000_000
"""Tags of one sheet: 20,000 reports in 60 columns."""

MAX_ATTRIBUTES = 2_000
"""Attributes of one tag of a page: libxml2 takes time that grows with their square."""

MAX_ROWS = 1_048_576
"""Rows of a sheet or a CSV, empty ones included: as many as Excel has."""

MAX_VALUES = 3_000_000
"""Cells of one row of a CSV, values of one JSON: each takes some 100 bytes in memory."""

MAX_PAGES = 300
"""Pages of one PDF or OFD."""

MAX_COLUMNS = 200
"""Columns of a table that are looked at."""

PDF_SECONDS = 60
"""Time for one PDF; 300 full pages take some 30 s."""

PDF_MEMORY = 2048 * MEGABYTE
"""Address space for the reading of one PDF, where the system can hold it."""

MAX_SHEET = 128 * MEGABYTE
"""One sheet of an XLSX, unpacked; its rows are read one by one."""

MAX_INNER = 64 * MEGABYTE
"""A table or archive within an archive."""
