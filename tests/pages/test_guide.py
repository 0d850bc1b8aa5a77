"""The guide in the app: all of its chapters, whatever the ledger holds."""

from dashboard.manual import IMAGES_ADDRESS, read_manual
from tests.pages.visiting import visit, words


def test_the_page_shows_every_chapter_with_a_way_to_it(empty):
    app = visit("guide")
    assert not app.exception
    said = words(app)
    for chapter in read_manual().chapters:
        assert f'href="#{chapter.anchor}"' in said
        assert chapter.text in said
    assert [one.value for one in app.subheader] == [chapter.title for chapter in read_manual().chapters]
    assert f"({IMAGES_ADDRESS}/map.png)" in said
