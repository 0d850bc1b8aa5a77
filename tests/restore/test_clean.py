"""Not one character of a clean text is harmed: white space, width of marks and script are all that may differ."""

import pytest

from ecoledger.restore.restoration import restore
from tests.conftest import gold_folders
from tests.restore.garbler import to_traditional

TEXTS = [path for folder in gold_folders() for path in sorted(folder.glob("*.txt"))]
WIDE = str.maketrans(",;:?!()％", "，；：？！（）%")


def bare(text: str) -> str:
    """Return the characters that count: without white space and width of punctuation."""
    return "".join(text.split()).translate(WIDE)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_simplified_text_comes_out_as_it_was(path):
    text = path.read_text(encoding="utf-8")
    restored = restore(text)
    assert bare(restored.mapped.text) == bare(text)
    assert (restored.script, restored.damage, restored.reliable) == ("hans", (), True)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_traditional_text_comes_out_in_simplified_characters(path):
    text = path.read_text(encoding="utf-8")
    restored = restore("".join(map(to_traditional, text)))
    assert bare(restored.mapped.text) == bare(text)
    assert (restored.damage, restored.reliable) == ((), True)


@pytest.mark.parametrize(
    "text",
    [
        # characters that few fonts and no older standard have
        "人名用字：𬭎、堃、玥、旻、㵑、䶮、喆、翀、珺、燊、冼、镕、鑫、淼、垚、犇、彧、昇、祎、赟、𫖯、𬀩、𬱖、㛃。",
        "地名用字：亳州、郴州、儋州、濮阳、蠡县、浚县、盱眙、婺源、嵊州、泸溪、㵲阳河、洣水、浉河、赣榆、鄄城、𣲗水。",
        # chemistry, units, formulas
        "CO₂、CO2、NOx、NO₂、SO2、SO₂、O3、O₃、PM2.5、PM₁₀、VOCs、CH₄、N₂O、SF₆、HFCs、NH3-N、Cd²⁺、Cr⁶⁺、Pb²⁺排放下降。",
        "检出二(2-乙基己基)酯、N,N-二甲基甲酰胺、1,2-二氯乙烷、全氟辛酸（PFOA）、2,4-D、α-六六六和β-胡萝卜素。",
        "浓度为35μg/m³、0.5mg/L、160微克/立方米，pH值6~9，温度-5℃~38℃，面积20㎡，2.1×10³t，≥90%，≤0.05‰，±3%。",
        "按E=mc²、Q=∑qᵢ、AQI≤100、y=ax+b计算，系数k₁、k₂取0.85，占比3/4，½左右。",
        # foreign words, codes, addresses
        "与UNEP、WWF、São Paulo市、École Polytechnique、Müller公司、Ångström实验室合作，学习naïve Bayes方法。",
        "详见https://www.mee.gov.cn/col/c1?id=3&p=2#top、http://a.b.cn/x_(y).html，邮箱a.b-c@d.gov.cn，电话010-12369。",
        "执行GB 3838-2002、HJ/T 91—2002、ISO 14001:2015标准，文号：环发〔2023〕12号、国办函[2021]40号，版本V2.0.1。",
        "按(a)、(b)、(c)或（a）、（b）分级，见图(1)、表(2)，(VOCs)、(GDP)、(PM2.5)、(COD)、(he)、(sheng)照旧。",
        "英文名Zhāng、Lǚ照旧，用户(he)可以查询，拼音nǚ ér、lǜ sè照旧。",
        # marks
        "①压实责任②强化监管③严格考核；Ⅰ类、Ⅱ类、Ⅲ类；㈠、㈡；1、2、3；“双碳”‘零碳’《规划》〈附录〉【要点】——……",
        "比例为1:2，19:13结束，投资1,200.5万元，1~3月，3—5年，9·16行动，“一带一路”，A/B类。",
        "这不是问题吗？是的！能行吗？！行……好。",
        # rows of numbers
        "指标 2022年 2023年 2024年\n优良天数 300 310 315\n细颗粒物 35 33 31\n化学需氧量 1,200 1,150 1,100",
        "断面\t水质\t达标率\nA断面\tⅡ类\t100%\nB断面\tⅢ类\t96.7%",
        # lines of their own
        "一、总体要求\n（一）指导思想\n1.坚持生态优先\n（1）严守红线\n附件：1.任务清单\n某某市人民政府\n2024年5月6日",
    ],
)  # fmt: skip
def test_what_is_rare_but_right_is_let_alone(text):
    restored = restore(text)
    assert bare(restored.mapped.text) == bare(text)
    assert restored.mapped.text.count("\n") == text.count("\n")
    assert (restored.damage, restored.reliable) == ((), True)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_what_stands_among_rare_words_is_let_alone(path):
    text = path.read_text(encoding="utf-8")
    strange = "（CO₂、NOx、PM2.5、Cd²⁺、𬭎、堃、㵑、Müller、https://a.b.cn/c?d=1,2;e，a.b@c.cn）"
    end = text.index("。")
    mixed = text[:end] + strange + text[end:]
    assert bare(restore(mixed).mapped.text) == bare(mixed)
