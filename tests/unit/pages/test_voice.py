from shared.pages.voice import LABEL_NAMES, Voice
from tests.unit.pages import sample


def named(word: str) -> dict[str, str]:
    return {"en": word, "ar": f"{word} ع", "es": f"{word} ñ"}


def test_the_configuration_can_replace_labels_and_kinds() -> None:
    newsroom = sample.NEWSROOM.model_copy(
        update={"labels": {"related": named("See also")}, "kinds": {"news": named("Report")}}
    )
    voice = Voice(newsroom, "es")
    assert voice.labels.related == "See also ñ"
    assert voice.kind("news") == "Report ñ"
    assert voice.kind("opinion") == "Opinión"


def test_a_label_that_pages_do_not_know_is_left_alone() -> None:
    newsroom = sample.NEWSROOM.model_copy(update={"labels": {"unheard-of": named("x")}})
    assert Voice(newsroom, "en").labels == Voice(sample.NEWSROOM, "en").labels
    assert "unheard-of" not in LABEL_NAMES


def test_a_stray_brace_in_a_label_breaks_nothing() -> None:
    labels = {"by": {"en": "By {names} {0} {", "ar": "{names}", "es": "{names}"}}
    voice = Voice(sample.NEWSROOM.model_copy(update={"labels": labels}), "en")
    assert voice.byline(("Jo",)) == 'By <a href="/en/authors/jo/">Jo</a> {0} {'


def test_a_section_or_region_that_is_gone_from_the_configuration_keeps_its_id() -> None:
    voice = Voice(sample.NEWSROOM, "ar")
    assert voice.section("gone") == "gone"
    assert voice.region("africa") == "أفريقيا"
