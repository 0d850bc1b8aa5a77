"""Wrong use is one Chinese sentence with the way out; the help is Chinese too, in columns that stand level."""

import re

import click
import pytest
from click.testing import CliRunner
from rich.cells import cell_len

from ecoledger.cli import main
from ecoledger.command.line_break import wrap

COMMANDS = main.list_commands(click.Context(main))
ENGLISH = re.compile(
    r"Usage|Error|Invalid|Missing|No such|Try |Options|Commands|Show |default|argument|Aborted"
)


def run(*arguments):
    return CliRunner().invoke(main, arguments, prog_name="ecoledger")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("nope",), "没有子命令 nope；用法见 ecoledger --help。"),
        (("ingst",), "没有子命令 ingst，可能是 ingest；用法见 ecoledger --help。"),
        (("--nope",), "没有选项 --nope；用法见 ecoledger --help。"),
        (("list", "--wrds", "水"), "没有选项 --wrds，可能是 --words；用法见 ecoledger list --help。"),
        (("parse",), "缺少参数 文件…；用法见 ecoledger parse --help。"),
        (("export",), "缺少选项 --format；用法见 ecoledger export --help。"),
        (("parse", "a", "--format"), "选项 --format 后面缺少值。"),
        (("list", "--ascending=1"), "选项 --ascending 不带值。"),
        (("list", "甲", "乙"), "多出了参数：甲 乙；用法见 ecoledger list --help。"),
        (("list", "--page", "0"), "选项 --page 的值不对：应为不小于 1 的整数；用法见 ecoledger list --help。"),
        (("list", "--size", "x"), "选项 --size 的值不对：应为 1 到 10000 的整数；用法见 ecoledger list --help。"),
        (("list", "--since", "去年"), "选项 --since 的值不对：应为年-月-日，如 2024-03-05；用法见 ecoledger list --help。"),
        (("list", "--label", "x"), "选项 --label 的值不对：应为 action、principle 之一；用法见 ecoledger list --help。"),
        (("serve", "--port", "x"), "选项 --port 的值不对：应为整数；用法见 ecoledger serve --help。"),
        (
            ("list", "--since", "2024-02-01", "--until", "2024-01-01"),
            "筛选条件不成立：起始日期 2024-02-01 晚于截止日期 2024-01-01。",
        ),
        (
            ("parse", "a", "--column", "正文=x"),
            "选项 --column 不对：“正文=x”应写作 字段=列名，字段为 title、date、source、author、url、text 之一；"
            "用法见 ecoledger parse --help。",
        ),
    ],
)  # fmt: skip
def test_wrong_use_is_one_sentence(arguments, sentence):
    result = run(*arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", sentence + "\n")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_every_command_speaks_chinese(name):
    command = main.get_command(click.Context(main), name)
    assert command is not None
    said = [run(name, "--help").stdout]
    for param in command.params:
        if isinstance(param, click.Option):
            said += [run(name, param.opts[0]).stderr, run(name, param.opts[0], "?", "--nope").stderr]
    for text in said:
        assert not ENGLISH.search(text), text


def test_without_a_subcommand_the_help_is_shown():
    result = run()
    assert "子命令：" in result.output
    assert all(f"  {name} " in result.output for name in COMMANDS)
    assert not ENGLISH.search(result.output)


def test_the_columns_of_the_help_stand_level():
    lines = run("list", "--help").stdout.splitlines()
    assert max(map(cell_len, lines)) < 130  # the list of themes alone is longer than a screen
    page, size = (next(line for line in lines if f"--{name} 整数" in line) for name in ("page", "size"))
    assert page.index("第几页") == size.index("每页条数")
    assert not any(line.strip().startswith(("，", "。", "；")) for line in lines)


def test_ctrl_c_is_one_sentence(monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("ecoledger.command.parse_command.list_sources", stop)
    result = run("parse", "a")
    assert (result.exit_code, result.stderr) == (130, "已停止。\n")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("持续改善水质，守护河湖", 12, ["持续改善水", "质，守护河湖"]),
        ("持续改善水质“两山”转化", 14, ["持续改善水质", "“两山”转化"]),
        ("浓度低于PM2.5标准", 10, ["浓度低于", "PM2.5标准"]),
        ("a" * 7, 3, ["aaa", "aaa", "a"]),
        ("，" * 5, 4, ["，，", "，，", "，"]),
        ("", 4, [""]),
        ("水", 1, ["水"]),
    ],
)
def test_lines_break_where_chinese_may_break(text, width, lines):
    assert wrap(text, width) == lines
    assert "".join(wrap(text, width)) == text
