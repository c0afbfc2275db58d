"""What a story file says, and every fault of it at once."""

import io
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from shared.intake.fields import EXAMPLES, Fields
from shared.intake.findings import MOST, Findings
from shared.intake.story_file import LONGEST_BODY, Reading, read_story
from shared.intake.yaml_tree import read_tree
from shared.news.blocks import inlines, plain
from shared.news.faults import Verdict
from shared.news.keys import story_key, story_of
from shared.news.story import PictureWish
from tests.builders import a_newsroom, named

NEWSROOM = a_newsroom(programmes={"field-notes": named("Field notes")})
HOSTS = ("https://media.gazette.example", "https://*.live.example")
KEY = "inbox/2026/11/river-treaty.en.md"
ARABIC = "inbox/2026/11/river-treaty.ar.md"
WHOLE = """---
headline: Seven countries sign a treaty
section: politics     # a comment
deck: Dry-season quotas, open gauges, and a joint court.
kind: analysis
regions: [africa]
label: africa
byline: [layla-haddad]
source: Agencies
published: 2026-11-24T08:00:00+03:00
tags: [Rivers, diplomacy, 0123]
picture: {file: palace.jpg, caption: The palace, credit: Desk, alt: A palace, focus: [0.5, 0.3]}
related: [inbox/2026/10/river-gauges, inbox/2026/10/dams.es.md]
coverage: [in-five]
status: usable
change: correction
correction: An earlier version gave the wrong year.
embargo: 2026-11-24T09:00:00+03:00
release: as-ready
slug: the-treaty
sensitive: true
override: true
---
The **text**.
"""


def read(content: str | bytes, key: str = KEY) -> Reading:
    name = story_key(key)
    assert name
    file = content.encode() if isinstance(content, str) else content
    return read_story(name, file, NEWSROOM, media_hosts=HOSTS)


def story(*lines: str, body: str = "Text.", without: str = "") -> str:
    fields = {"headline": "headline: A river", "section": "section: politics"}
    fields.pop(without, None)
    return "\n".join(["---", *fields.values(), *lines, "---", body])


def rules(reading: Reading) -> list[tuple[str, str]]:
    return [(fault.field, fault.rule) for fault in reading.faults]


def notes(reading: Reading) -> list[tuple[str, str]]:
    return [(note.field, note.rule) for note in reading.notes]


def test_a_whole_file_says_everything() -> None:
    reading = read(WHOLE)
    assert reading.faults == ()
    assert reading.notes == ()
    source = reading.source
    assert source
    assert reading.edition is None
    assert (source.language, source.kind, source.section) == ("en", "analysis", "politics")
    assert source.picture == PictureWish(
        key="inbox/2026/11/palace.jpg", credit="Desk", focus=(0.5, 0.3)
    )
    assert source.related == ("inbox/2026/10/river-gauges", "inbox/2026/10/dams")
    assert source.texts.tags == ("Rivers", "diplomacy", "0123")
    assert source.texts.caption == "The palace"
    assert source.texts.body
    assert (source.regions, source.label, source.slug) == (("africa",), "africa", "the-treaty")
    assert (source.byline, source.coverage) == (("layla-haddad",), ("in-five",))
    assert source.sensitive
    assert reading.published == source.published == datetime(2026, 11, 24, 5, tzinfo=UTC)
    assert reading.embargo == source.embargo == datetime(2026, 11, 24, 6, tzinfo=UTC)
    assert (reading.change, reading.status, reading.override) == ("correction", "usable", True)


def test_headline_and_section_are_enough() -> None:
    source = read(story()).source
    assert source
    assert (source.kind, source.published, source.picture) == ("news", None, None)


def test_a_file_without_a_section_is_a_persons_text_for_its_edition() -> None:
    digest = "a" * 64
    reading = read(
        f"---\nheadline: نهر\npicture: {{caption: قصر}}\ntranslates: {digest}\n---\nنص.", ARABIC
    )
    assert reading.faults == ()
    assert reading.source is None
    assert reading.edition
    assert reading.edition.edition == "ar"
    assert reading.edition.texts.parts() == {"headline", "caption", "body"}
    assert reading.translates == digest


def test_a_persons_text_may_be_any_part_alone() -> None:
    edition = read("---\nheadline: نهر\n---\n", ARABIC).edition
    assert edition
    assert edition.texts.parts() == {"headline"}


def test_every_fault_is_told_at_once_with_its_line_and_an_example() -> None:
    reading = read(
        story(
            "regions: [afrika]",
            "kind: novel",
            "colour: red",
            "published: 2026-11-24",
            "picture: {file: ../palace.svg}",
            "change: correction",
            body="![a](b.jpg)\n\n[c](javascript:d)",
            without="headline",
        )
    )
    told = [(fault.line, fault.field, fault.rule) for fault in reading.faults]
    assert told == [
        (2, "headline", "required"),
        (2, "correction", "correction-without-text"),
        (3, "regions", "unknown-region"),
        (4, "kind", "not-one-of"),
        (5, "colour", "unknown-field"),
        (6, "published", "not-a-time"),
        (7, "picture.credit", "required"),
        (7, "picture.alt", "alt-or-caption"),
        (7, "picture.file", "picture-name"),
        (10, "body", "picture-in-body"),
        (12, "body", "link-scheme"),
    ]
    examples = {fault.field: fault.example for fault in reading.faults}
    assert examples.pop("colour") == ""
    assert all(examples.values())


@pytest.mark.parametrize("nothing", ["", '""', "~", '"\\u200e "'])
def test_a_field_that_is_needed_must_say_something(nothing: str) -> None:
    reading = read(story(f"headline: {nothing}", without="headline"))
    assert [(one.field, one.rule) for one in reading.faults] == [("headline", "required")]


@pytest.mark.parametrize(
    ("line", "nearest"),
    [
        ("secton: politics", "section"),
        ("Deck: x", "deck"),
        ("by-line: [x]", "byline"),
        ("Author: x", "byline"),
        ("entradilla: x", "deck"),
        ("الصورة: x", "picture"),
    ],
)
def test_an_unknown_field_names_the_nearest_known_one(line: str, nearest: str) -> None:
    (fault,) = [one for one in read(story(line)).faults if one.rule == "unknown-field"]
    assert fault.given["nearest"] == nearest
    assert fault.example == EXAMPLES[nearest]


def test_a_misspelt_section_is_not_told_to_be_missing_as_well() -> None:
    reading = read(story("secton: politics", without="section"))
    assert rules(reading) == [("secton", "unknown-field")]


@pytest.mark.parametrize("field", ["section", "label"])
def test_an_unknown_topic_names_the_nearest_and_all(field: str) -> None:
    (fault,) = read(story(f"{field}: politic", without=field)).faults
    assert fault.rule == f"unknown-{field}"
    assert fault.given["nearest"] == "politics"
    assert "economy" in fault.given["known"]


def test_fields_of_a_story_without_a_section_ask_for_it() -> None:
    reading = read("---\nheadline: A river\nbyline: [layla-haddad]\n---\nText.")
    assert rules(reading) == [("section", "section-missing")]


FLASH = ("kind: flash", "expires: 2026-11-24T12:00:00+03:00")


def flash(*lines: str, body: str = "") -> Reading:
    return read(story(*lines, body=body, without="section"))


def test_a_flash_is_one_line_with_an_end_and_no_section() -> None:
    reading = flash(*FLASH)
    assert (reading.faults, reading.notes) == ((), ())
    assert reading.source
    assert (reading.source.kind, reading.source.section) == ("flash", "")
    assert reading.source.expires == datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.mark.parametrize("link", ["inbox/2026/11/river-treaty", "inbox/2026/11/river-treaty.ar.md"])
def test_a_flash_leads_to_a_story_by_its_key(link: str) -> None:
    source = flash(*FLASH, f"link: {link}").source
    assert source
    name = story_key(KEY)
    assert name
    assert (source.about, source.link) == (name.story, None)


def test_a_flash_leads_elsewhere_by_an_address() -> None:
    source = flash(*FLASH, "link: https://example.org/live?a=b").source
    assert source
    assert (source.about, source.link) == (None, "https://example.org/live?a=b")


@pytest.mark.parametrize(
    ("line", "body", "fault"),
    [
        ("link: http://example.org", "", ("link", "not-a-link")),
        ("link: river-treaty", "", ("link", "not-a-link")),
        ("section: politics", "", ("section", "not-in-flash")),
        ("deck: A deck.", "", ("deck", "not-in-flash")),
        ("pin: 1", "", ("pin", "field-to-come")),
        ("sensitive: false", "A text.", ("body", "flash-with-body")),
    ],
)
def test_what_a_flash_cannot_have_is_a_fault(line: str, body: str, fault: tuple[str, str]) -> None:
    assert rules(flash(*FLASH, line, body=body)) == [fault]


@pytest.mark.parametrize(("length", "faults"), [(100, []), (101, [("headline", "too-long")])])
def test_a_flash_is_short_enough_for_three_lines_of_a_phone(
    length: int, faults: list[tuple[str, str]]
) -> None:
    lines = ["---", *FLASH, f"headline: {'x' * length}", "---"]
    assert rules(read("\n".join(lines))) == faults


POST = "inbox/2026/11/river-live/0930.en.md"


def post(*lines: str, body: str = "The boats leave.", key: str = POST) -> Reading:
    return read("\n".join(["---", "kind: post", *lines, "---", body]), key)


def test_a_post_is_a_text_in_the_folder_of_its_live_page() -> None:
    reading = post()
    assert (reading.faults, reading.notes) == ((), ())
    assert reading.source
    assert reading.source.live == story_of("inbox/2026/11/river-live")
    assert reading.source.texts.headline is None


@pytest.mark.parametrize(
    ("line", "body", "key", "fault"),
    [
        ("section: politics", "A text.", POST, ("section", "not-in-post")),
        ("expires: 2026-11-24T12:00:00Z", "A text.", POST, ("expires", "not-in-post")),
        ("sensitive: false", "", POST, ("body", "post-without-text")),
        ("sensitive: false", "a " * 10_001, POST, ("body", "too-long")),
        ("sensitive: false", "A text.", "inbox/0930.en.md", ("kind", "post-without-folder")),
    ],
)
def test_what_a_post_cannot_be_is_a_fault(
    line: str, body: str, key: str, fault: tuple[str, str]
) -> None:
    assert fault in rules(post(line, body=body, key=key))


def test_a_live_page_is_over_when_its_status_says_so() -> None:
    assert not _over("kind: live")
    assert _over("kind: live", "status: ended")
    assert ("status", "not-one-of") in rules(read(story("status: ended")))


def _over(*lines: str) -> bool:
    reading = read(story(*lines))
    assert (reading.faults, reading.status) == ((), "usable")
    assert reading.source
    return reading.source.over


def test_a_flash_needs_an_end_with_a_zone() -> None:
    assert rules(flash("kind: flash")) == [("expires", "required")]
    assert rules(flash("kind: flash", "expires: 2026-11-24T12:00")) == [
        ("expires", "time-without-zone")
    ]


def test_only_a_flash_has_a_link_and_an_end() -> None:
    assert rules(read(story("link: inbox/a", FLASH[1]))) == [
        ("link", "only-for-kind"),
        ("expires", "only-for-kind"),
    ]


PAGE = "---\nheadline: About us\nkind: page\n---\nHere we are."


def test_a_static_page_needs_no_section() -> None:
    reading = read(PAGE, "inbox/pages/about-us.en.md")
    assert reading.faults == ()
    assert reading.source
    assert (reading.source.kind, reading.source.section) == ("page", "")


@pytest.mark.parametrize(
    "key",
    ["inbox/about.en.md", "inbox/2026/pages/about.en.md", "inbox/pages/more/about.en.md",
     "inbox/pages/About.en.md", "inbox/pages/عن.en.md", "inbox/pages/most-read.en.md",
     "inbox/pages/live.en.md"],
)  # fmt: skip
def test_a_static_page_lies_where_its_name_is_an_address(key: str) -> None:
    assert rules(read(PAGE, key)) == [("kind", "page-elsewhere")]


@pytest.mark.parametrize("line", ["section: politics", "tags: [us]", "slug: us", "sensitive: true"])
def test_a_static_page_is_in_no_list(line: str) -> None:
    text = PAGE.replace("kind: page", f"kind: page\n{line}")
    assert rules(read(text, "inbox/pages/about.en.md")) == [(line.partition(":")[0], "not-in-page")]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("published: 2026-11-24T08:00", "time-without-zone"),
        ("published: 2026-11-24 08:00:00", "time-without-zone"),
        ("published: 2026-11-24", "not-a-time"),
        ("published: 24/11/2026", "not-a-time"),
        ("published: 12:30", "not-a-time"),
        ("published: 2026-13-45T08:00:00Z", "not-a-time"),
        ("published: tomorrow", "not-a-time"),
        ("published: 0001-01-01T00:00:00+14:00", "time-out-of-range"),
        ("published: 9999-12-31T23:59:59-14:00", "time-out-of-range"),
        ("published: [2026]", "expects-text"),
    ],
)
def test_a_time_needs_a_date_an_hour_and_a_zone(line: str, rule: str) -> None:
    (fault,) = read(story(line)).faults
    assert fault.rule == rule
    assert fault.example


def test_the_example_for_a_time_without_a_zone_is_the_time_with_the_editions_zone() -> None:
    (fault,) = read(story("embargo: 2026-11-24T08:00")).faults
    assert fault.example == "embargo: 2026-11-24T08:00:00+00:00"


@pytest.mark.parametrize(
    "written", ["2026-11-24T08:00:00+03:00", "2026-11-24 08:00:00 +03:00", "2026-11-24T05:00Z"]
)
def test_times_are_read_as_yaml_and_iso_write_them(written: str) -> None:
    assert read(story(f"published: {written}")).published == datetime(2026, 11, 24, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "field", "rule"),
    [
        ("tags: rivers, dams", "tags", "expects-list"),
        ("tags: أنهار، سدود", "tags", "expects-list"),
        ("tags: [[a]]", "tags", "expects-list"),
        (f"tags: [{', '.join(map(str, range(21)))}]", "tags", "too-many"),
        (f"deck: {'a' * 501}", "deck", "too-long"),
        ("deck: [a]", "deck", "expects-text"),
        ("picture: palace.jpg", "picture", "expects-fields"),
        ("sensitive: yes", "sensitive", "not-one-of"),
        ("status: gone", "status", "not-one-of"),
        ("change: fix", "change", "not-one-of"),
        ("release: later", "release", "not-one-of"),
        ("release: together\ndeadline: x", "deadline", "not-a-time"),
        ("deadline: 2026-11-24T10:00:00Z", "deadline", "deadline-without-together"),
        ("lock: true", "lock", "unknown-field"),
        (f"translates: {'a' * 64}", "translates", "only-in-edition"),
    ],
)
def test_a_field_of_the_wrong_shape_is_a_fault(line: str, field: str, rule: str) -> None:
    assert rules(read(story(line))) == [(field, rule)]


@pytest.mark.parametrize(
    "name",
    [
        "../palace.jpg",
        "a/palace.jpg",
        "a\\palace.jpg",
        ".palace.jpg",
        "palace.svg",
        "palace",
        "/p.jpg",
    ],
)
def test_a_picture_is_a_plain_file_beside_the_story(name: str) -> None:
    line = f"picture: {{file: '{name}', credit: x, alt: y}}"
    assert rules(read(story(line))) == [("picture.file", "picture-name")]


@pytest.mark.parametrize("name", ["palace.JPG", "the palace.png", "قصر.webp", "a+b%.avif"])
def test_a_pictures_name_may_be_in_any_script(name: str) -> None:
    source = read(story(f"picture: {{file: '{name}', credit: x, alt: y}}")).source
    assert source
    assert source.picture
    assert source.picture.key == f"inbox/2026/11/{name}"


def test_a_caption_does_for_an_alt_text() -> None:
    assert read(story("picture: {file: a.jpg, credit: x, caption: y}")).faults == ()


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("byline: [x]", "only-in-source"),
        ("status: usable", "only-in-source"),
        ("review: done", "not-one-of"),
        ("translates: x", "not-a-digest"),
    ],
)
def test_a_persons_text_has_only_words(line: str, rule: str) -> None:
    reading = read(f"---\nheadline: نهر\n{line}\n---\n", ARABIC)
    assert reading.edition is None
    if rule == "only-in-source":
        assert rules(reading) == [("section", "section-missing")]
    else:
        assert [fault.rule for fault in reading.faults] == [rule]


def test_a_persons_text_that_says_nothing_is_a_fault() -> None:
    assert rules(read("---\nheadline:\n---\n", ARABIC)) == [("headline", "nothing-said")]


@pytest.mark.parametrize(
    ("key", "rule", "example"),
    [
        ("inbox/river.md", "no-language", "river.en.md"),
        ("inbox/river.fr.md", "unknown-language", "river.en.md"),
        ("inbox/.md", "no-language", "river-treaty.en.md"),
    ],
)
def test_a_file_without_a_language_says_how_to_name_it(key: str, rule: str, example: str) -> None:
    (fault,) = read(story(), key).faults
    assert (fault.field, fault.rule, fault.example) == ("language", rule, example)


def test_a_status_is_told_even_by_a_file_that_is_otherwise_wrong() -> None:
    reading = read("---\nstatus: canceled\nsection: nowhere\n---\n")
    assert reading.faults
    assert reading.status == "canceled"


def test_what_is_unknown_but_harmless_is_noted() -> None:
    reading = read(story("byline: [layla-hadad]", "related: [river]", body=""))
    assert notes(reading) == [
        ("byline", "unknown-author"),
        ("related", "related-not-a-key"),
        ("body", "no-body"),
    ]
    assert reading.notes[0].given["nearest"] == "layla-haddad"
    assert reading.source
    assert reading.source.byline == ("layla-hadad",)


def test_a_headline_that_yaml_cuts_at_a_number_sign_is_noted() -> None:
    reading = read(story("headline: We are #1", without="headline"))
    assert notes(reading) == [("headline", "comment-cut")]


def test_hidden_directions_are_taken_out_of_every_text() -> None:
    reading = read(story('deck: "a\\u202eb\\u2067c"', body="d&#x202e;e"))
    assert reading.source
    assert reading.source.texts.deck == "abc"
    assert notes(reading) == [("deck", "direction-removed")]


def test_a_text_for_one_edition_may_be_as_long_as_a_machine_makes_it() -> None:
    name = story_key(ARABIC)
    assert name
    long = f"---\nheadline: {'ن' * 600}\ntags: [{'ن' * 180}]\n---\nيجري.\n"
    assert read_story(name, long.encode(), NEWSROOM).faults == ()
    (fault,) = read_story(
        name, long.replace("headline: ن", "headline: نن").encode(), NEWSROOM
    ).faults
    assert (fault.field, fault.rule) == ("headline", "too-long")


def test_a_very_long_body_is_refused_unparsed() -> None:
    (fault,) = read(story(body="[" * (LONGEST_BODY + 1))).faults
    assert (fault.field, fault.rule) == ("body", "too-long")


def test_a_file_of_five_megabytes_is_refused_by_its_size() -> None:
    name = story_key(KEY)
    assert name
    reading = read_story(name, story().encode(), NEWSROOM, size=5_000_000)
    assert [(fault.rule, fault.given["size"]) for fault in reading.faults] == [("too-large", "5.0")]


def test_faults_are_never_more_than_an_editor_can_use() -> None:
    reading = read(story(body="\n\n".join("![a](b)" for _ in range(500))))
    assert len(reading.faults) == MOST


def test_a_point_is_two_fractions() -> None:
    for written, expected in {"[0, 1]": (0.0, 1.0), "[0.25, .5]": (0.25, 0.5)}.items():
        tree = read_tree(f"focus: {written}", 1, Findings())
        assert tree
        assert Fields(tree, Findings()).pair("focus") == expected
    for wrong in ("[1]", "[2, 0]", "[a, b]", "0.5", "[-1, 0]", "[[0], 0]"):
        tree, found = read_tree(f"focus: {wrong}", 1, Findings()), Findings()
        assert tree
        assert Fields(tree, found).pair("focus") is None
        assert [fault.rule for fault in found.faults] == ["not-a-point"]


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG")
    return out.getvalue()


HOSTILE: dict[str, bytes] = {
    "empty": b"",
    "a byte order mark alone": b"\xef\xbb\xbf",
    "bytes": bytes(range(256)) * 40,
    "a picture": _picture(),
    "zeros": b"\0" * 10_000,
    "UTF-16": story().encode("utf-16"),
    "Windows Arabic": story("deck: خبر").encode("windows-1256"),
    "half a character": story().encode() + b"\xd8",
    "overlong UTF-8": b"---\nheadline: \xc0\xaf\n---\n",
    "lone surrogates": b"---\nheadline: \xed\xa0\x80\n---\n",
    "only hyphens": b"---\n" * 1000,
    "a script in a headline": story("deck: </script><svg onload=alert(1)>").encode(),
    "a hundred thousand fields": b"---\n" + b"a: b\n" * 12_000 + b"---\n",
    "unending names": b"---\n" + b"? " * 20_000 + b"\n---\n",
    "merge keys": b"---\n<<: {headline: a}\n---\n",
    "binary in YAML": b"---\nheadline: !!binary aGVsbG8=\n---\n",
    "numbers that overflow": story("published: 999999999999999999999999").encode(),
    "a zone that is none": story("published: 2026-11-24T08:00:00+99:99").encode(),
    "a name of many lines": b'---\n"head\n\nline": a\n---\n',
    "no end of brackets": story(body="[" * 250_000).encode(),
    "unicode tricks": story("deck: \ufeff\u200b\U000e0041\ufdfd").encode(),
    "a nul by entity": story(body="&#0; &#xFFFFFF; &#xD800;").encode(),
    "half a character in a name": story('"a\\ud800": b', '"\\u202e": c').encode(),
    "a nul by escape": story('deck: "\\0\\x07\\ud800"').encode(),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_ends_as_faults_or_as_clean_content(what: str) -> None:
    _judged(read(HOSTILE[what]))


def _judged(reading: Reading) -> None:
    """Faults, or exactly one content whose every text is clean and can be stored."""
    verdict = Verdict(faults=reading.faults, notes=reading.notes)
    assert Verdict.model_validate_json(verdict.canonical()) == verdict
    if reading.faults:
        assert reading.source is None
        assert reading.edition is None
        return
    assert (reading.source is None) != (reading.edition is None)
    content = reading.source or reading.edition
    assert content
    stored = content.canonical().decode()
    assert not set(stored) & set("\x00\u202e\u2066\ufeff")
    assert type(content).model_validate_json(stored) == content
    for block in content.texts.body or ():
        assert block.kind == "break" or all(plain(run) for run in inlines(block))


@given(st.binary())
def test_any_bytes_at_all_are_judged(content: bytes) -> None:
    _judged(read(content))


@given(st.text(), st.text())
def test_any_fields_and_any_body_are_judged(fields: str, body: str) -> None:
    _judged(read(f"---\n{fields}\n---\n{body}"))


LINES = st.lists(
    st.builds(
        "{}: {}".format,
        st.sampled_from([*sorted(EXAMPLES), "colour", "<<"]),
        st.one_of(
            st.sampled_from(["", "~", "politics", "[a, b]", "{a: b}", "{file: a.jpg}", "true"]),
            st.text(max_size=20),
        ),
    )
)


@settings(max_examples=200)
@given(LINES, st.sampled_from([KEY, ARABIC, "inbox/a.md"]))
def test_any_mixture_of_known_fields_is_judged(lines: list[str], key: str) -> None:
    _judged(read("\n".join(["---", *lines, "---", "Text."]), key))
