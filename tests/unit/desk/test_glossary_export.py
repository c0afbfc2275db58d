"""The glossary comes back from its export, and another program reads it too."""

from xml.etree.ElementTree import fromstring

from shared.desk.glossary_export import EXPORT_KEY, as_tmx, glossary_export
from shared.intake.glossary_file import read_glossary
from shared.news.archive import keep
from shared.news.facts import Dropped, GlossaryAccepted
from shared.news.glossary import Glossary, Term
from shared.news.keys import GLOSSARY_KEY, GLOSSARY_TMX_KEY, log_of
from tests.unit.desk.conftest import DeskWorld

TREATY = Term(
    en="treaty", ar="معاهدة", note="a < b & c", pos="noun", match="any-case",
    forbidden_es=("acuerdo", "pacto"),
)  # fmt: skip
AGENCY = Term(en="Reuters", keep=True)


def test_what_is_exported_can_be_uploaded() -> None:
    glossary = Glossary(terms=(TREATY, AGENCY))
    content = as_tmx(glossary)
    assert read_glossary(GLOSSARY_TMX_KEY, content, 0).glossary == glossary


def test_the_export_is_tmx_1_4() -> None:
    root = fromstring(as_tmx(Glossary(terms=(TREATY,)), "facts"))  # noqa: S314  our own
    assert root.attrib == {"version": "1.4"}
    header = root.find("header")
    assert header is not None
    needed = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang"}
    assert needed | {"datatype"} <= set(header.attrib)
    assert [child.tag for child in root.find("body/tu") or ()] == [
        "note", "prop", "prop", "tuv", "tuv", "tuv",
    ]  # fmt: skip


def accept(world: DeskWorld, key: str, *terms: Term) -> str:
    log = log_of(key)
    body = keep(world.bodies, Glossary(terms=terms))
    world.append(log, GlossaryAccepted(key=key, version="v1", body=body))
    return log


def test_the_export_has_the_terms_of_both_files_and_names_their_facts(world: DeskWorld) -> None:
    csv, tmx = accept(world, GLOSSARY_KEY, TREATY), accept(world, GLOSSARY_TMX_KEY, AGENCY)
    world.report(tmx)
    content = world.shelf.items[EXPORT_KEY].content
    assert read_glossary(GLOSSARY_TMX_KEY, content, 0).glossary == Glossary(terms=(TREATY, AGENCY))

    world.append(csv, Dropped(key=GLOSSARY_KEY, version="v2"))
    world.report(csv)
    assert world.shelf.items[EXPORT_KEY] == glossary_export(world.archive, world.bodies)
    assert f"{GLOSSARY_KEY} 2".encode() in world.shelf.items[EXPORT_KEY].content
