"""What is said of wrong use: one Chinese sentence for each error that click raises."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import IO, TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

_IN_BRACKETS = re.compile(r"\((.*)\)$", re.S)
_DAY = "2024-03-05"


class SaidError(click.ClickException):
    """Ends the command with its sentence alone."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence to standard error."""
        click.echo(self.message, file=file, err=file is None)


class WrongUseError(SaidError):
    """The command was called in a way that it has not; exit 2."""

    exit_code = 2


class StoppedError(SaidError):
    """Somebody pressed Ctrl-C; the exit code is that of shells."""

    exit_code = 130


def describe(error: click.UsageError) -> str:
    """Return the sentence for `error`, with the way to the help of its command where that helps."""
    if _is_ours(error) and not isinstance(error, click.BadParameter):
        return error.message
    said = _describe(error).rstrip("。 ")
    return f"{said}；用法见 {error.ctx.command_path} --help。" if error.ctx else f"{said}。"


def _is_ours(error: click.UsageError) -> bool:
    """Return whether the words are those of this project: click's own begin with a letter or a quoted value."""
    return error.message[:1] > "\x7f"


def _describe(error: click.UsageError) -> str:  # noqa: PLR0911 - one sentence a kind of error
    match error:
        case click.NoSuchOption():
            return f"没有选项 {error.option_name}{_describe_likely(error.possibilities)}"
        case click.NoSuchCommand():
            names = _list_commands(error.ctx)
            return f"没有子命令 {error.command_name}{_describe_likely(get_close_matches(error.command_name, names, 1))}"
        case click.MissingParameter():
            return f"缺少{_name(error)}"
        case click.BadParameter():
            name = _name(error)
            return (
                f"{name}不对：{error.message}"
                if _is_ours(error)
                else f"{name}的值不对：{_describe_type(error.param)}"
            )
        case click.BadOptionUsage():
            # click tells the two apart by its words alone
            return f"选项 {error.option_name} {'不带值' if 'not take' in error.message else '后面缺少值'}"
    if given := _IN_BRACKETS.search(error.message):
        return f"多出了参数：{given.group(1)}"
    return "缺少子命令" if _list_commands(error.ctx) else "命令写法不对"


def _list_commands(context: click.Context | None) -> list[str]:
    if context is None or not isinstance(context.command, click.Group):
        return []
    return context.command.list_commands(context)


def _describe_likely(names: Sequence[str] | None) -> str:
    return f"，可能是 {' 或 '.join(names)}" if names else ""


def _name(error: click.BadParameter) -> str:
    if isinstance(error.param, click.Option):
        return f"选项 {max(error.param.opts, key=len)} "
    return f"参数 {error.param.metavar or error.param.name}" if error.param else "参数"


def _describe_type(param: click.Parameter | None) -> str:
    match param.type if param else None:
        case click.IntRange(min=low, max=high):
            if low is not None and high is not None:
                return f"应为 {low} 到 {high} 的整数"
            return f"应为不小于 {low} 的整数" if low is not None else f"应为不大于 {high} 的整数"
        case click.Choice(choices=choices):
            return f"应为 {'、'.join(map(str, choices))}{' 之一' if len(choices) > 1 else ''}"
        case click.DateTime():
            return f"应为年-月-日，如 {_DAY}"
        case click.types.IntParamType():
            return "应为整数"
        case _:
            return "不能这样写"
