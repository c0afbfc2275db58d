"""Schema.org's vocabulary as the text of a script element."""

import json

from hypothesis import given
from hypothesis import strategies as st

from shared.pages.schema_org import BreadcrumbList, CollectionPage, ListItem, json_ld

_MARKUP = set("<>&\u2028\u2029")


def test_types_and_properties_have_schema_org_s_own_names() -> None:
    way = BreadcrumbList(item_list_element=(ListItem(id="/#1", position=1, name="Home"),))
    assert json.loads(json_ld((way,))) == [
        {
            "@context": "https://schema.org",
            "@type": "BreadcrumbList",
            "itemListElement": [{"@type": "ListItem", "@id": "/#1", "position": 1, "name": "Home"}],
        }
    ]


def test_what_is_not_known_is_not_said() -> None:
    told = json.loads(json_ld((CollectionPage(name=""), BreadcrumbList(item_list_element=()))))
    for name, said in zip(("CollectionPage", "BreadcrumbList"), told, strict=True):
        assert said == {"@context": "https://schema.org", "@type": name}


@given(st.text() | st.sampled_from(["</script>", "<!--<script>", "]]>", "\u2028", "&lt;"]))
def test_no_text_gets_out_of_its_script(text: str) -> None:
    said = json_ld((CollectionPage(name=f"{text}!"),))
    assert not _MARKUP & set(said)
    name = json.loads(said)[0]["name"]
    printable = (letter for letter in name if letter >= " " or letter in "\t\n\r")
    assert name == "".join(printable)
    if text.isprintable():
        assert name == f"{text}!"
