"""The kind of a meeting, for the timeline."""

import pytest

from ecoledger.structure.meeting_kind import meeting_kind


@pytest.mark.parametrize(
    ("name", "title", "kind"),
    [
        ("全区生态环境保护大会", None, "大会"),
        (
            "上海市金山区国家生态文明建设示范区创建工作推进会暨2022年生态环境保护工作委员会全体会议",
            None,
            "推进会",
        ),
        ("城市污水治理集中攻坚动员会议", None, "动员会"),
        ("秸秆禁烧工作电视电话会议", None, "电视电话会议"),
        ("市政府第12次常务会议", None, "常务会议"),
        ("中央生态环境保护督察整改工作推进会", None, "推进会"),
        ("市级总河长会议", None, "河湖长会议"),
        ("县长办公会议", None, "办公会议"),
        ("督察反馈意见通报会", None, "通报会"),
        ("市第五次党员代表大会", None, "党代会"),
        ("市人民代表大会第五次会议", None, "人大会议"),
        ("市委财经委员会会议", None, "委员会会议"),
        ("秋冬季大气污染防治会商会", None, "会商会"),
        (None, "市领导巡河", "检查"),
        ("座谈会", "市领导在镇街调研时强调 推进治水", "座谈会"),
        (None, "市领导在镇街调研时强调 贯彻全市大会精神", "调研"),
        (None, "2024年政府工作报告", "政府工作报告"),
        (None, "市委常委会召开会议", "常委会会议"),
        (None, "春天来了", "其他"),
        (None, None, "其他"),
        ("", "", "其他"),
    ],
)
def test_a_name_or_a_title_tells_the_kind(name, title, kind):
    assert meeting_kind(name, title) == kind
