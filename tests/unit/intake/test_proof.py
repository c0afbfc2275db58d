from shared.editions.typography import lapses, typeset
from shared.intake.findings import Findings
from shared.intake.proof import Proof
from tests.builders import a_source, body
from tests.unit.desk.translators import ARABIC as XLIFF
from tests.unit.desk.translators import Translators, with_target
from tests.unit.intake.test_story_file import ARABIC, read, story


def told(text: str, key: str) -> list[tuple[str, str, str, str]]:
    reading = read(text, key)
    given = [(note.field, note.rule, note.given) for note in reading.notes]
    assert not reading.faults
    return [
        (name, rule.removeprefix("typography-"), one["line"], one["given"] + one["more"])
        for name, rule, one in given
    ]


def test_the_typography_of_peoples_words_is_noted_with_its_line_and_never_changed() -> None:
    arabic = (
        '---\nheadline: هل يكفي هذا?\n---\nقال "نعم", ثم عاد.\n\nقال 50 % كبـــير ، ثم سكت, نعم.\n'
    )
    assert told(arabic, ARABIC) == [
        ("headline", "marks", "2", "هل يكفي هذا?2"),
        ("body", "quotes", "4", 'قال "نعم", ثم عاد.'),
        ("body", "kashida", "6", "قال 50 % كبـــير ، ثم سكت, نعم."),
        ("body", "spaces", "6", "قال 50 % كبـــير ، ثم سكت, نعم."),
        ("body", "percent", "6", "قال 50 % كبـــير ، ثم سكت,…"),
    ]
    edition = read(arabic, ARABIC).edition
    assert edition
    assert edition.texts.headline == "هل يكفي هذا?"


def test_a_spanish_question_without_its_mark_is_noted_with_the_words_around() -> None:
    body = (
        "Nadie lo sabe.\nPero cuándo llegarán los trenes que prometió el ministro? ¿Y los barcos?"
    )
    assert told(f"---\nheadline: Trenes\n---\n\n{body}\n", "inbox/river.es.md") == [
        ("body", "opening", "5", "Pero cuándo llegarán…")
    ]


def test_a_text_in_good_typography_has_no_notes() -> None:
    body = "She said “no”, and it’s 50% — [see](https://example.org/a?b,c)."
    assert not read(story(body=body)).notes
    config = "¿Quién? «Nadie», dijo un 50\u202f%."
    assert told(f"---\nheadline: x\n---\n{config}\n", "inbox/river.es.md") == [
        ("body", "quotes", "4", "«Nadie», dijo un 50\u202f%.")
    ]


def test_a_file_that_is_rejected_is_told_its_faults_and_not_its_typography() -> None:
    assert not read(story("section: nowhere", without="section", body='"x" -- y')).notes


def test_each_class_is_noted_once_however_many_places_break_it() -> None:
    proof, found = Proof("ar", "guillemets"), Findings()
    for line in range(1000):
        proof.read('قال "نعم", كبـــير ، %50 ؟', "body", line)
    proof.note(found)
    assert len(found.notes) == 5
    assert {note.given["more"] for note in found.notes} == {"999"}


def test_what_is_typeset_is_not_noted() -> None:
    text = 'قال "نعم", كبـــير ، %50 ؟'
    assert not list(lapses(typeset(text, "ar", "guillemets"), "ar", "guillemets"))


def test_a_translators_file_is_read_too_where_they_changed_it() -> None:
    world = Translators()
    river = world.accept(
        "river", a_source(texts={"body": body("It rises, they say.", "It falls.")})
    )
    world.machine(river, a_source(texts={"body": body("يرتفع, كما يقال.", "يهبط.")}).texts)
    world.upload(with_target(world.export(river), "b2", "يهبط", "يهبط, ثم يرتفع"))
    world.report(river)
    taken, note = world.receipt(XLIFF)["notes"]
    assert taken["rule"] == "xliff-taken"
    assert (note["field"], note["rule"]) == ("b2", "typography-marks")
    assert "يهبط, ثم يرتفع" in note["says"]
