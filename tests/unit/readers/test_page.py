from infra.readers.page import Page


def test_a_link_is_called_by_its_first_words_however_often_it_is_there() -> None:
    card = '<a href="/en/x-1"><img src="/a.jpg"></a><a href="/en/x-1">The <b>river</b></a>'
    page = Page(f"{card}<ol><li>{card}</ol>".encode())
    assert page.links == {"/en/x-1": "The river"}
    assert list(page.files) == ["/a.jpg"]
