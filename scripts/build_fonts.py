"""Puts the Chinese font that the dashboard serves under static/fonts/, from its pinned package.

Usage: python scripts/build_fonts.py

Needs npm, whose ordinary client fetches the package; the archive must have the pinned hash. The font is cut
into about a hundred pieces by the package, so that a browser loads only the pieces a page needs.
"""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "@fontsource-variable/noto-sans-sc"
VERSION = "5.3.1"
INTEGRITY = "sha512-UB96JJ17HyD5ehEU7Em0hDdh7fvTMB4B4Hzmq5c4QaNwwSLqTrdM2S+coySeBqCkXwh0DxqXT0b0wMrmzorFpQ=="
TARGET = Path(__file__).parents[1] / "static" / "fonts"


def main() -> int:
    """Fetch, check and unpack the package; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        archive = _fetch(Path(folder))
        found = "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        if found != INTEGRITY:
            print(f"{PACKAGE} {VERSION} has the hash {found}, not the pinned one: nothing was changed")
            return 1
        with tarfile.open(archive) as tar:
            tar.extractall(folder, filter="data")
        _place(Path(folder) / "package")
    pieces = list(TARGET.glob("*.woff2"))
    print(f"{len(pieces)} pieces, {sum(piece.stat().st_size for piece in pieces) / 1e6:.1f} MB in {TARGET}")
    return 0


def _fetch(folder: Path) -> Path:
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is needed to fetch the font: install Node.js and try again")
    subprocess.run([npm, "pack", "--silent", f"{PACKAGE}@{VERSION}"], cwd=folder, check=True)  # noqa: S603  # all pinned above
    return next(folder.glob("*.tgz"))


def _place(package: Path) -> None:
    if TARGET.exists():
        shutil.rmtree(TARGET)
    TARGET.mkdir(parents=True)
    for piece in sorted((package / "files").glob("*.woff2")):
        shutil.copyfile(piece, TARGET / piece.name)
    css = (package / "index.css").read_text(encoding="utf-8").replace("./files/", "./")
    (TARGET / "noto-sans-sc.css").write_text(css, encoding="utf-8")
    shutil.copyfile(package / "LICENSE", TARGET / "LICENSE")


if __name__ == "__main__":
    sys.exit(main())
