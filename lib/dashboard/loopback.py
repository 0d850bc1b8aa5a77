"""Without sign-in the dashboard answers this machine alone."""

from __future__ import annotations

import ipaddress

import streamlit as st

from dashboard.language import tr
from ecoledger.errors import EcoLedgerError

ADDRESS = "127.0.0.1"


class ServeError(EcoLedgerError):
    """The server cannot be started so; the message says why and what to do (Chinese)."""


def check_address(address: str) -> str:
    """Return `address` where it is this machine's own (loopback); raise ServeError where it is not."""
    if address == "localhost":
        return address
    try:
        loopback = ipaddress.ip_address(address).is_loopback
    except ValueError:
        raise ServeError(
            tr("“{address}”不是 IP 地址，请改用 {usual}。", address=address, usual=ADDRESS)
        ) from None
    if not loopback:
        raise ServeError(
            tr(
                "不能在 {address} 上提供服务：本系统尚无登录，只允许本机访问，请把 ADDRESS 改为 {usual}。",
                address=address,
                usual=ADDRESS,
            )
        )
    return address


def refuse_strangers() -> None:
    """End the page with a sentence where the server listens beyond this machine, however it was started."""
    try:
        check_address(st.get_option("server.address") or "0.0.0.0")  # noqa: S104 - what Streamlit means by no address
    except ServeError as error:
        st.error(str(error))
        st.stop()
