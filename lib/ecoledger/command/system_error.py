"""What the system says of a file, in Chinese."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.ENAMETOOLONG: "名称太长",
    errno.ELOOP: "链接绕成了圈",
    errno.ENXIO: "这是设备或套接字，不是文件",
    errno.EIO: "磁盘读写出错",
    errno.ENOSPC: "磁盘已满",
    errno.EFBIG: "文件超过系统允许的大小，或磁盘已满",
    errno.EDQUOT: "磁盘配额已用完",
    errno.EROFS: "磁盘是只读的",
    errno.EMFILE: "同时打开的文件太多",
    errno.EBUSY: "文件正被占用",
    errno.ETXTBSY: "文件正被占用",
    errno.ESTALE: "网络磁盘已断开",
    errno.ETIMEDOUT: "网络磁盘没有应答",
}


def describe_reason(error: OSError) -> str:
    """Return why the system refused, without a stop; an error that is not known keeps the system's own words."""
    known = _REASONS.get(error.errno or 0)
    return known or error.strerror or str(error) or type(error).__name__
