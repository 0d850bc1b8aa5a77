"""`ecoledger serve`: serves the dashboard."""

from __future__ import annotations

import click
from rich.console import Console

from dashboard.loopback import ADDRESS, check_address
from dashboard.serve import PORT, check_port, serve
from ecoledger.config import database_url


@click.command("serve", help="启动网页：先读入新的报道（如有指定），再在本机提供服务。")
@click.option("--address", default=ADDRESS, show_default=True, help="监听地址，只能是本机。")
@click.option("--port", default=PORT, show_default=True, help="监听端口。")
@click.option("--ingest", "paths", multiple=True, help="启动前读入的文件或文件夹，可多次指定。")
@click.pass_obj
def command(environ: dict[str, str], address: str, port: int, paths: tuple[str, ...]) -> None:
    """Ingest `paths` and serve until stopped; refuses any address but loopback before anything else."""
    check_port(check_address(address), port)
    if paths:
        _ingest(environ, paths)
    serve(address, port, database_url(environ))


def _ingest(environ: dict[str, str], paths: tuple[str, ...]) -> None:
    # Imported here: reading reports loads dictionaries that serving does not need.
    from ecoledger.command.ingest_command import ingest_paths  # noqa: PLC0415
    from ecoledger.ledger.store import open_ledger  # noqa: PLC0415

    ledger = open_ledger(database_url(environ))
    try:
        ingest_paths(ledger, paths, Console(stderr=True, highlight=False))
    finally:
        ledger.close()
