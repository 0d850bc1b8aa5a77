"""The command `ecoledger`: one module a subcommand, loaded only when it is called."""

from __future__ import annotations

import errno
import importlib
import os
import sys
from typing import Any

import click

from ecoledger.command.help_page import HelpContext
from ecoledger.command.system_error import describe_reason
from ecoledger.command.usage import SaidError, StoppedError, WrongUseError, describe
from ecoledger.errors import EcoLedgerError
from ecoledger.version import VERSION

_COMMANDS = ("parse", "inspect", "ingest", "list", "export", "eval", "serve")


class _LazyGroup(click.Group):
    """Imports a subcommand when it is asked for, so that each starts fast; says in Chinese what click says."""

    context_class = HelpContext

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"ecoledger.command.{cmd_name}_command")
        command: click.Command = module.command
        command.context_class = HelpContext
        command.options_metavar = "[选项]"
        return command

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the arguments; wrong use ends with one sentence."""
        try:
            return super().make_context(*args, **kwargs)
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise WrongUseError(describe(error)) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand; an error of ours, or of the place it writes to, ends it with one sentence."""
        if sys.stdout is None:
            raise SaidError("无法写出结果：标准输出已被关闭。")
        try:
            return super().invoke(ctx)
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise WrongUseError(describe(error)) from error
        except SaidError:
            raise
        except click.ClickException as error:
            raise SaidError(error.message) from error
        except EcoLedgerError as error:
            raise SaidError(str(error)) from error
        except KeyboardInterrupt as error:
            raise StoppedError("已停止。") from error
        except OSError as error:
            if error.errno == errno.EPIPE:  # the reader of a pipe has enough: click ends without a word
                raise
            raise SaidError(f"没有做完：{describe_reason(error)}，请检查磁盘空间与权限。") from error


@click.command(
    cls=_LazyGroup,
    help="生态承诺台账：把会议报道读成承诺，存入台账，查询、导出与查看。",
    options_metavar="[选项]",
    subcommand_metavar="子命令 …",
)
@click.version_option(VERSION, prog_name="ecoledger", message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Run a subcommand with the settings of the environment."""
    context.obj = os.environ
