"""The command `ecoledger`: one module a subcommand, loaded only when it is called."""

from __future__ import annotations

import errno
import importlib
import os
import sys
from typing import Any

import click

from ecoledger.errors import EcoLedgerError
from ecoledger.version import VERSION

_COMMANDS = ("parse", "inspect", "ingest", "list", "export", "eval", "serve")


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
        """Run the subcommand; an error of ours, or of the place it writes to, ends it with one sentence."""
        if sys.stdout is None:
            raise click.ClickException("无法写出结果：标准输出已被关闭。")
        try:
            return super().invoke(ctx)
        except EcoLedgerError as error:
            click.echo(str(error), err=True)
            ctx.exit(1)
        except OSError as error:
            if error.errno == errno.EPIPE:  # the reader of a pipe has enough: click ends without a word
                raise
            raise click.ClickException(
                f"没有做完：{error.strerror or error}，请检查磁盘空间与权限。"
            ) from error


@click.command(cls=_LazyGroup, help="生态承诺台账：把会议报道读成承诺，存入台账，查询、导出与查看。")
@click.version_option(VERSION, prog_name="ecoledger")
@click.pass_context
def main(context: click.Context) -> None:
    """Run a subcommand with the settings of the environment."""
    context.obj = os.environ
