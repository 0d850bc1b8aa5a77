"""Reads a PDF that has a text layer, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from ecoledger.errors import UnreadableError
from ecoledger.intake.limit import MAX_CHARACTERS, MAX_PAGES, PDF_SECONDS
from ecoledger.model import Damage

_SHOWN = 10
_MESSAGES = {
    "locked": "设有打开密码：请取消密码后再导入",
    "broken": "已损坏，无法打开：请重新获取完整的文件后再导入",
    "too_many_pages": f"超过{MAX_PAGES}页的上限：请只保留报道所在的页后再导入",
    "too_long": f"的文字超过{MAX_CHARACTERS}字的上限：请只保留报道所在的页后再导入",
    "too_much": "需要的内存超过上限：请只保留报道所在的页后再导入",
    "too_slow": f"在{PDF_SECONDS}秒内没有读完：请另存为DOCX或TXT后再导入",
    "crashed": "的内部结构异常，无法读取：请用阅读器打开后重新“打印为PDF”，或另存为TXT后再导入",
    "no_characters": "的字体没有文字对照表，复制出来也是乱码：请先做文字识别（OCR）并存为TXT或DOCX后再导入",
    "scan": "是扫描件，只有图像、没有文字层：请先做文字识别（OCR）并存为TXT、DOCX或双层PDF后再导入",
}


def read_pdf(data: bytes, name: str) -> tuple[str, tuple[Damage, ...]]:
    """Return the text of the PDF, a paragraph a line, and which pages have none. Raises UnreadableError."""
    found: dict[str, Any]
    command = [sys.executable, "-m", "ecoledger.intake.pdf_page"]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=PDF_SECONDS, check=False)  # noqa: S603 - no word of the command comes from outside
        found = json.loads(done.stdout) if done.returncode == 0 else {"error": "crashed"}
    except subprocess.TimeoutExpired:
        found = {"error": "too_slow"}
    except ValueError:
        found = {"error": "crashed"}
    kind = found.get("error") or ("" if found["text"].strip() else "scan")
    if kind:
        raise UnreadableError(kind, f"“{name}”{_MESSAGES[kind]}。")
    return found["text"], _describe(found["bare"])


def _describe(bare: list[int]) -> tuple[Damage, ...]:
    if not bare:
        return ()
    pages = "、".join(map(str, bare[:_SHOWN])) + ("等" if len(bare) > _SHOWN else "")
    return (Damage("no_text_layer", len(bare), 0, f"第{pages}页没有文字层（扫描或空白），未能读取"),)
