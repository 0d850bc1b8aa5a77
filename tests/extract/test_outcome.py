"""Outcomes: the clause that says what will be true, without the measures beside it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.extract.outcome import find_outcomes


def found(text):
    return [t.text for t in find_outcomes(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("要加强源头管控，确保断面水质稳定达标", ["确保断面水质稳定达标"]),
        ("加快管网建设，消除黑臭水体，补齐设施短板", ["消除黑臭水体", "补齐设施短板"]),
        ("强化执法，推动海湾水质持续向好", ["推动海湾水质持续向好"]),
        (
            "着力推动水质持续改善、绿量稳步提升",
            ["着力推动水质持续改善", "绿量稳步提升"],
        ),
        ("各镇要不断提升垃圾处理能力", ["不断提升垃圾处理能力"]),
        ("要把河湖保护好，让群众满意", ["把河湖保护好", "让群众满意"]),
        ("创建国家级卫生县城", ["创建国家级卫生县城"]),
        ("用水强度控制在市定目标以内", ["用水强度控制在市定目标以内"]),
        ("以更实的举措确保年度任务完成", ["确保年度任务完成"]),
        ("通过专项行动，环境风险得到有效控制", ["环境风险得到有效控制"]),
        ("举一反三，坚决防止问题反弹", ["坚决防止问题反弹"]),
        ("加大指导，推动整改工作取得实实在在成效", ["推动整改工作取得实实在在成效"]),
        ("6月底前完成风险排查工作，建立名录", ["完成风险排查工作"]),
        ("优质高效完成污水处理厂建设任务", ["优质高效完成污水处理厂建设任务"]),
        ("加快草原治理，草原多样性显著增加", ["草原多样性显著增加"]),
        ("推动结构更加优化、环境更加良好", ["推动结构更加优化", "环境更加良好"]),
        ("促进湿地修复上新台阶、节水改造有新进展", ["促进湿地修复上新台阶、节水改造有新进展"]),
        ("扭转草场退化不利局面", ["扭转草场退化不利局面"]),
        ("加强扬尘治理，推进垃圾分类", []),
        ("要提高政治站位，增强责任感", []),
        ("形成齐抓共管的强大合力", []),
        ("推动水质持续改善、 绿量稳步提升", ["推动水质持续改善", "绿量稳步提升"]),
        ("加强巡查， 确保水质稳定达标 ", ["确保水质稳定达标"]),
        ("让荒山秃岭，变成群众的绿色银行", ["让荒山秃岭，变成群众的绿色银行"]),
        ("不断减少扬尘污染、不断提升空气质量", ["不断减少扬尘污染", "不断提升空气质量"]),
        ("推动河湖水质持续改善、稳步提升", ["推动河湖水质持续改善、稳步提升"]),
        ("要以断面水质明显改善为刚性要求", ["断面水质明显改善"]),
        ("以满足群众需要为出发点", []),
        ("重点推动防护林带全线贯通", ["推动防护林带全线贯通"]),
        ("其中一个目标是创建国家森林城市", ["创建国家森林城市"]),
        ("积极争取中央资金和试点", []),
        ("争取三项指标进入前列", ["争取三项指标进入前列"]),
        ("全面淘汰国三柴油货车，强化路检", ["全面淘汰国三柴油货车"]),
        ("不断提高绿色产业比重", ["不断提高绿色产业比重"]),
        ("推动湿地保护条例全面有效实施", ["推动湿地保护条例全面有效实施"]),
        ("督促问题整改到位", ["督促问题整改到位"]),
        ("耕地面积只增不减", ["耕地面积只增不减"]),
        ("碳排放控制在下达目标内", ["碳排放控制在下达目标内"]),
        ("坚决完成2024年督察反馈问题整改", ["坚决完成2024年督察反馈问题整改"]),
        ("争创“绿色港口”、“零碳车间”", ["争创“绿色港口”、“零碳车间”"]),
        ("巩固拆违成效", []),
        ("提高自身素质和能力", []),
        ("创建一批绿色社区", []),
        ("把建设成效考核与评价衔接", []),
        ("在发展中实现转型", []),
        ("", []),
    ],
)
def test_an_outcome_is_found_and_a_measure_is_not(text, outcomes):
    assert found(text) == outcomes


def test_only_the_segment_is_searched():
    text = "确保水质改善；确保空气改善"
    assert [t.text for t in find_outcomes(text, 7, len(text))] == ["确保空气改善"]


PIECES = st.sampled_from(
    ["确保", "推动", "提升", "水质", "持续改善", "，", "、", "。", "要", "把", "保护好", "水平", "100", "\n"]
)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map("".join)))
def test_spans_are_exact_in_order_and_apart(text):
    end = 0
    for target in find_outcomes(text, 0, len(text)):
        assert text[target.start : target.end] == target.text
        assert target.start >= end
        assert target.kind == "qualitative"
        end = target.end


@pytest.mark.parametrize("words", ["确保", "推动持续", "把", "要", "的是", "1", "水质提升、"])
def test_a_run_of_one_word_costs_little(words):
    line = words * 5000
    began = time.process_time()
    find_outcomes(line, 0, len(line))
    assert time.process_time() - began < 5
