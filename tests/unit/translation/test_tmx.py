import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.news.faults import Fault
from shared.translation.memory import ReviewedMemory
from shared.translation.tmx import memory_faults, parse_tmx

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header/><body>\n'


def tmx(*units: str, head: str = HEAD) -> bytes:
    return f"{head}{''.join(f'<tu>{unit}</tu>{chr(10)}' for unit in units)}</body></tmx>".encode()


def tuv(language: str, words: str) -> str:
    return f'<tuv xml:lang="{language}"><seg>{words}</seg></tuv>'


def memory(*units: str) -> ReviewedMemory:
    parsed = parse_tmx(tmx(*units))
    assert isinstance(parsed, ReviewedMemory), parsed
    return parsed


def faults(content: bytes) -> list[tuple[str, int | None]]:
    parsed = parse_tmx(content)
    assert not isinstance(parsed, ReviewedMemory)
    assert all(isinstance(fault, Fault) for fault in parsed)
    return [(fault.rule, fault.line) for fault in parsed]


def test_a_sentence_is_found_in_every_direction_of_its_unit() -> None:
    known = memory(
        tuv("en-GB", "Good morning.") + tuv("ar", "صباح الخير.") + tuv("es", "Buenos días.")
    )
    assert known.find("Good morning.", "en", "es") == "Buenos días."
    assert known.find("Buenos días.", "es", "ar") == "صباح الخير."
    assert known.find("صباح الخير.", "ar", "en") == "Good morning."
    assert known.find("Good evening.", "en", "es") is None
    assert known.find("Good morning.", "es", "en") is None
    assert len(known) == 6


def test_white_space_and_composition_make_no_difference() -> None:
    known = memory(tuv("es", "El  río\n crece.") + tuv("en", "The river\n rises."))
    assert known.find("El ri\u0301o\u00a0crece.", "es", "en") == "The river rises."


def test_marks_are_found_by_their_order_and_come_back_with_the_sentences_own_numbers() -> None:
    known = memory(
        tuv("en", 'The <bpt i="7"/>court<ept i="7"/> of <bpt i="2"/>Ur<ept i="2"/>, <ph x="1"/>.')
        + tuv("es", '<ph x="1"/>: <bpt i="2"/>Ur<ept i="2"/> y su <bpt i="7"/>corte<ept i="7"/>.')
    )
    line = "The XPA4XcourtXPZ4X of XPA5XUrXPZ5X, XPH6X."
    assert known.find(line, "en", "es") == "XPH6X: XPA5XUrXPZ5X y su XPA4XcorteXPZ4X."
    back = "XPH0X: XPA1XUrXPZ1X y su XPA2XcorteXPZ2X."
    assert known.find(back, "es", "en") == "The XPA2XcourtXPZ2X of XPA1XUrXPZ1X, XPH0X."


def test_pairs_are_matched_between_languages_by_x_where_it_is_given() -> None:
    known = memory(
        tuv("en", '<bpt i="1" x="1"/>A<ept i="1"/> and <bpt i="2" x="2"/>B<ept i="2"/>')
        + tuv("es", '<bpt i="1" x="2"/>B<ept i="1"/> y <bpt i="2" x="1"/>A<ept i="2"/>')
    )
    line = "XPA0XAXPZ0X and XPA1XBXPZ1X"
    assert known.find(line, "en", "es") == "XPA1XBXPZ1X y XPA0XAXPZ0X"


def test_the_first_of_two_translations_is_the_one() -> None:
    known = memory(tuv("en", "Hi.") + tuv("es", "Hola."), tuv("en", "Hi.") + tuv("es", "Buenas."))
    assert known.find("Hi.", "en", "es") == "Hola."


def test_other_languages_and_highlights_are_no_fault() -> None:
    known = memory(tuv("fr", "Salut.") + tuv("en", "<hi>Hi</hi>.") + tuv("es", "Hola."))
    assert known.find("Hi.", "en", "es") == "Hola."


def test_a_doctype_is_allowed_and_an_entity_is_not() -> None:
    unit = tuv("en", "Hi.") + tuv("es", "Hola.")
    doctype = HEAD.replace("<tmx", '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx')
    assert isinstance(parse_tmx(tmx(unit, head=doctype)), ReviewedMemory)
    entity = HEAD.replace("<tmx", '<!DOCTYPE tmx [\n<!ENTITY a "b">\n]>\n<tmx')
    assert faults(tmx(unit, head=entity)) == [("memory-entities", 3)]
    outside = HEAD.replace(
        "<tmx", '<!DOCTYPE tmx [\n<!ENTITY a SYSTEM "file:///etc/passwd">\n]>\n<tmx'
    )
    assert faults(tmx(tuv("en", "&a;") + tuv("es", "b"), head=outside)) == [("memory-entities", 3)]


def test_every_fault_is_told_with_its_line() -> None:
    content = tmx(
        tuv("en", "Fine.") + tuv("es", "Bien."),
        "<tuv><seg>No language.</seg></tuv>",
        tuv("en", " ") + tuv("es", "Nada."),
        tuv("en", "A <b>bold</b> word.") + tuv("es", "Una palabra."),
        tuv("en", '<ept i="1"/>A word.') + tuv("es", "Una palabra."),
        tuv("en", '<bpt i="1"/>A<ept i="1"/> word.') + tuv("es", "Una palabra."),
        '<tuv xml:lang="en"></tuv>',
        tuv("en", "<hi>" * 5_000 + "</hi>" * 5_000),
    )
    assert faults(content) == [
        ("memory-language", 4),
        ("memory-empty", 5),
        ("memory-inline", 6),
        ("memory-inline", 7),
        ("memory-marks", 8),
        ("memory-empty", 9),
        ("memory-inline", 10),
    ]


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "memory-not-xml"),
        (b"<tmx><body>", "memory-not-xml"),
        (b"\xff\xfe\x00", "memory-not-xml"),
        (b'<?xml version="1.0" encoding="nonsense"?><tmx/>', "memory-not-xml"),
        (b"<html/>", "memory-not-tmx"),
    ],
)
def test_what_is_no_memory_is_told_so(content: bytes, rule: str) -> None:
    assert [found for found, _ in faults(content)] == [rule]


@given(st.binary(max_size=60))
def test_whatever_is_uploaded_is_judged(content: bytes) -> None:
    assert faults(content)
    assert memory_faults(content)


def test_an_empty_memory_knows_nothing() -> None:
    assert memory().find("Hi.", "en", "es") is None
    assert memory_faults(tmx()) == ()
