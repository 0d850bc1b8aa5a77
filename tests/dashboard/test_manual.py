"""The guide: its chapters, and that each picture it shows is there, and each that is there is shown."""

import re

from dashboard.manual import IMAGES, IMAGES_ADDRESS, MANUAL, Chapter, read_manual, write_contents

_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
_MOST = 150_000


def test_a_chapter_is_a_heading_and_what_stands_below_it(tmp_path):
    path = tmp_path / "GUIDE.md"
    path.write_text(
        "# 标题\n\n开头\n\n## 一件事\n\n做法 ![图](images/a.png)\n\n## <b>\n两步\n", encoding="utf-8"
    )
    manual = read_manual(path)
    assert manual.opening == "开头"
    assert manual.chapters == (
        Chapter("一件事", f"做法 ![图]({IMAGES_ADDRESS}/a.png)", "task-1"),
        Chapter("<b>", "两步", "task-2"),
    )
    assert '<a href="#task-2">&lt;b&gt;</a>' in write_contents(manual)


def test_the_guide_tells_of_twelve_things_and_more_each_with_steps():
    chapters = read_manual().chapters
    assert len(chapters) >= 12
    assert all("1. " in chapter.text for chapter in chapters)


def test_every_picture_is_there_is_small_and_says_what_it_shows():
    shown = _PICTURE.findall(MANUAL.read_text(encoding="utf-8"))
    assert shown
    for words, address in shown:
        assert words
        assert (MANUAL.parent / address).stat().st_size <= _MOST, address


def test_no_picture_lies_about_unused():
    named = {address for _, address in _PICTURE.findall(MANUAL.read_text(encoding="utf-8"))}
    for other in (MANUAL.parent.parent / "README.md", MANUAL.parent.parent / "README.zh-CN.md"):
        named |= {
            address.removeprefix("docs/")
            for _, address in _PICTURE.findall(other.read_text(encoding="utf-8"))
        }
    assert {f"images/{path.name}" for path in IMAGES.iterdir()} == named
