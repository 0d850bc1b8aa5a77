"""Says in Chinese why a database or its file cannot be used."""

from __future__ import annotations

import errno

_DATABASE = {
    "file is not a database": "文件不是数据库",
    "unable to open database file": "文件打不开",
    "database disk image is malformed": "文件已损坏",
    "database is locked": "正被另一程序占用",
    "attempt to write a readonly database": "文件只读",
    "database or disk is full": "磁盘已满",
    "disk I/O error": "磁盘读写失败",
}
"""SQLite's own words, from https://www.sqlite.org/rescode.html."""
_SYSTEM = {
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "路径中有一段不是文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘只读",
    errno.ENOSPC: "磁盘已满",
    errno.ENAMETOOLONG: "路径过长",
}


def database_reason(error: BaseException | None) -> str:
    """Return why the database refused; words that are not known here stay as they are."""
    return _DATABASE.get(str(error), str(error))


def system_reason(error: OSError) -> str:
    """Return why the file or its folder cannot be used; words that are not known here stay as they are."""
    return _SYSTEM.get(error.errno or 0, error.strerror or str(error))
