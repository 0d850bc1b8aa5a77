"""The command `ecoledger`: one module a subcommand, loaded only when it is called."""

from __future__ import annotations

import importlib
import os
from typing import Any

import click

from ecoledger.errors import EcoLedgerError
from ecoledger.version import VERSION

_COMMANDS = ("parse", "ingest", "list", "export", "eval", "serve")


class _LazyGroup(click.Group):
    """Imports a subcommand when it is asked for, so that each starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"ecoledger.command.{cmd_name}_command")
        command: click.Command = module.command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand; an error of ours ends it with its one sentence."""
        try:
            return super().invoke(ctx)
        except EcoLedgerError as error:
            click.echo(str(error), err=True)
            ctx.exit(1)


@click.command(cls=_LazyGroup, help="生态承诺台账：把会议报道读成承诺，存入台账，查询、导出与查看。")
@click.version_option(VERSION, prog_name="ecoledger")
@click.pass_context
def main(context: click.Context) -> None:
    """Run a subcommand with the settings of the environment."""
    context.obj = os.environ
