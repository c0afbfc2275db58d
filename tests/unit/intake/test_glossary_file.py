"""The newsroom's glossary: what its two kinds of file say, and every fault with its row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.desk.glossary_export import as_tmx
from shared.intake.glossary_file import COLUMNS, LARGEST, MOST, GlossaryReading, read_glossary
from shared.news.faults import Verdict
from shared.news.glossary import NO_TERMS, Glossary, Term
from shared.news.keys import GLOSSARY_KEY, GLOSSARY_KEYS, GLOSSARY_TMX_KEY

TREATY = Term(
    en="treaty", ar="معاهدة", es="tratado", pos="noun", note="Never a deal, nor a pact",
    forbidden_ar=("اتفاق",), forbidden_es=("acuerdo", "convenio"),
)  # fmt: skip
AGENCY = Term(en="Reuters", keep=True, match="exact")
CSV = """\
en,ar,es,pos,note,match,keep,forbidden_en,forbidden_ar,forbidden_es
treaty,معاهدة,tratado,noun,"Never a deal, nor a pact",,,,اتفاق,acuerdo | convenio

Reuters,,,,,exact,yes,,,
"""
TMX = """\
<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header/><body>
<tu><note>Never a deal, nor a pact</note><prop type="x-pos">noun</prop>
  <tuv xml:lang="en-GB"><seg>treaty</seg></tuv>
  <tuv xml:lang="ar"><prop type="x-forbidden">اتفاق</prop><seg>معاهدة</seg></tuv>
  <tuv lang="ES"><prop type="x-forbidden">acuerdo</prop><prop type="x-forbidden">convenio</prop>
    <seg>tratado</seg></tuv>
  <tuv xml:lang="fr"><seg>traité</seg></tuv></tu>
<tu><prop type="x-keep">yes</prop><prop type="x-match">exact</prop>
  <tuv xml:lang="en"><seg>Reuters</seg></tuv></tu>
</body></tmx>
"""


def read(
    text: str | bytes, key: str = GLOSSARY_KEY, others: Glossary = NO_TERMS
) -> GlossaryReading:
    content = text.encode() if isinstance(text, str) else text
    return read_glossary(key, content, 0, others)


def told(text: str | bytes, key: str = GLOSSARY_KEY) -> list[tuple[int | None, str, str]]:
    reading = read(text, key)
    assert reading.glossary is None
    return [(fault.line, fault.field, fault.rule) for fault in reading.faults]


def noted(text: str, *others: Term) -> list[tuple[str, str, str]]:
    reading = read(text, others=Glossary(terms=others))
    assert reading.glossary, reading.faults
    return [(note.given["row"], note.field, note.rule) for note in reading.notes]


@pytest.mark.parametrize(("key", "text"), [(GLOSSARY_KEY, CSV), (GLOSSARY_TMX_KEY, TMX)])
def test_both_kinds_of_file_say_the_same(key: str, text: str) -> None:
    assert read(text, key) == GlossaryReading(glossary=Glossary(terms=(TREATY, AGENCY)))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_columns_stand_in_any_order_between_what_spreadsheets_write(separator: str) -> None:
    rows = [["ES", "en "], ["tratado", "treaty"], ["a, b; c", "say"]]
    text = "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    glossary = read(b"\xef\xbb\xbf" + text.encode()).glossary
    assert glossary
    assert glossary.terms[0] == Term(en="treaty", es="tratado")
    assert glossary.terms[1].es == "a, b; c"


def test_every_fault_is_told_at_once_with_its_row_and_column() -> None:
    assert told("""\
en,ar,es,match,keep,forbidden_es
treaty,,,,,
river,نهر,río,loose,perhaps,Río
Reuters,رويترز,,,yes,
"""
        f"{'x' * 101},,y,,,\n"
        "…,نقاط,,,,\n"
        "sea,,mar,,,,surplus\n"
    ) == [
        (2, "en", "term-says-nothing"),
        (3, "match", "not-one-of"),
        (3, "keep", "not-one-of"),
        (3, "forbidden_es", "term-forbids-itself"),
        (4, "keep", "term-kept-differs"),
        (5, "en", "too-long"),
        (6, "en", "term-without-letters"),
        (7, "file", "too-many-cells"),
    ]  # fmt: skip


def test_every_fault_of_a_cell_shows_what_a_right_value_looks_like() -> None:
    reading = read("en,es,match,keep\ntreaty,,loose,maybe\n")
    assert [fault.example for fault in reading.faults] == ["inflected", "yes", "treaty"]
    (fault,) = read("en,forbiden_es\ntreaty,acuerdo\n").faults[:1]
    assert fault.given == {"nearest": "forbidden_es"}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "empty"),
        (" \n,,\n", "no-columns"),
        ("treaty,tratado\n", "no-columns"),
        ("en,es,en\n", "doubled-column"),
        ('en,es\n"treaty,tratado\n', "csv-quotes"),
        ('en,es\n"trea"ty,tratado\n', "csv-quotes"),
        ("en,es\n" + "a b,c d\n" * (MOST + 1), "too-many"),
        (b"\xff\xfe\x00", "not-text"),
        (b"en,es\n" + b"x" * LARGEST, "too-large"),
    ],
)
def test_a_csv_that_cannot_be_read_is_told_so(text: str | bytes, rule: str) -> None:
    assert rule in {found for _, _, found in told(text)}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("<tmx", "not-xml"),
        ("", "not-xml"),
        ("<xliff/>", "memory-not-tmx"),
        ('<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>', "xml-entities"),
        ("<tmx><tu><tuv><seg>treaty</seg></tuv></tu></tmx>", "memory-language"),
        ('<tmx><tu><tuv xml:lang="en"><seg>treaty</seg></tuv></tu></tmx>', "term-says-nothing"),
    ],
)
def test_a_tmx_that_cannot_be_read_is_told_so(text: str, rule: str) -> None:
    assert rule in {found for _, _, found in told(text, GLOSSARY_TMX_KEY)}


def test_the_line_of_a_unit_is_told() -> None:
    text = '<tmx>\n<tu>\n<tuv xml:lang="en"><seg>treaty</seg></tuv></tu></tmx>'
    assert told(text, GLOSSARY_TMX_KEY) == [(2, "en", "term-says-nothing")]


def test_a_glossary_without_terms_is_one() -> None:
    assert read("en,ar,es\n").glossary == NO_TERMS


# --- notes ---------------------------------------------------------------------------------------


def test_a_term_that_is_there_already_is_noted() -> None:
    assert noted("en,es,note\ntreaty,tratado,\nriver,río,\nTreaty,Tratado,again\n") == [
        ("4", "file", "term-doubled"),
    ]


def test_rows_that_contradict_each_other_are_noted_with_both_rows() -> None:
    text = "en,es\ntreaty,tratado\nriver,río\nTreaty,acuerdo\n"
    assert noted(text) == [("4", "es", "term-contradicts")]
    (note,) = read(text).notes
    assert note.given == {"row": "4", "given": "Treaty", "first": "2", "other": "tratado"}


def test_a_row_that_contradicts_the_other_file_is_noted() -> None:
    assert noted("en,es\ntreaty,acuerdo\n", TREATY) == [
        ("2", "es", "term-contradicts"),
        ("2", "es", "term-forbidden-elsewhere"),
    ]


def test_a_name_that_another_row_forbids_is_noted() -> None:
    text = "en,es,forbidden_es\ntreaty,tratado,\ntreaty,,tratado\n"
    assert noted(text) == [("3", "forbidden_es", "term-forbidden-elsewhere")]


def test_names_that_may_be_found_too_often_or_in_the_wrong_letters_are_noted() -> None:
    text = "en,ar,es,match\nas,مثل,como,\nUN,BBC,ONU,\nat,عند,en,exact\n"
    assert noted(text) == [("2", "en", "term-short"), ("3", "ar", "term-script")]


# --- whatever is written -------------------------------------------------------------------------

CELL = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp", "Zs"])
    | st.just(" "),
    max_size=12,
)
ROW = st.fixed_dictionaries(dict.fromkeys(COLUMNS[:5], CELL))


@given(st.binary(max_size=200), st.sampled_from(GLOSSARY_KEYS))
def test_no_content_is_too_odd_to_be_judged(content: bytes, key: str) -> None:
    reading = read(content, key)
    assert bool(reading.faults) != (reading.glossary is not None)
    assert Verdict(faults=reading.faults, notes=reading.notes).canonical()


@given(st.lists(ROW, max_size=5))
def test_what_was_accepted_comes_back_from_its_export(rows: list[dict[str, str]]) -> None:
    lines = [",".join(COLUMNS[:5])]
    lines += [
        ",".join(f'"{row[name].replace(chr(34), chr(34) * 2)}"' for name in COLUMNS[:5])
        for row in rows
    ]
    glossary = read("\n".join(lines)).glossary
    if glossary:
        assert read(as_tmx(glossary), GLOSSARY_TMX_KEY).glossary == glossary
