"""The bodies, and the sheet of one of them."""

from streamlit.testing.v1 import AppTest

from tests.pages.visiting import press, visit, words


def tables(app: AppTest) -> list[str]:
    return [element.value for element in app.get("html") if "duties" in element.value]


def test_each_body_leads_to_its_sheet(filled):
    app = visit("bodies")
    assert not app.exception
    assert "/bodies?sheet=%E5%90%84%E7%BA%A7%E5%90%84%E9%83%A8%E9%97%A8&amp;by=name" in words(app)


def test_a_sheet_holds_what_the_body_has_to_do(filled):
    named = [
        (body.role, item.text)
        for report in filled
        for item in report.commitments
        for body in item.bodies
        if body.name == "各部门"
    ]
    app = visit("bodies", sheet="各部门", by="name")
    assert len(tables(app)) == len({role for role, _ in named}) > 0
    assert all(text in "".join(tables(app)) for _, text in named)
    assert not tables(press(app, "全部单位"))


def test_a_sheet_keeps_to_the_filters(filled):
    app = visit("bodies", sheet="各部门", by="name", province="310000", q="没有的话")
    assert not tables(app)
    assert "共 0 条承诺" in words(app)


def test_names_are_narrowed_by_a_part(filled):
    app = visit("bodies")
    app.text_input(key="bodies-words").set_value("政协").run()
    assert "人大政协" in words(app)
    assert "各街镇" not in words(app)
