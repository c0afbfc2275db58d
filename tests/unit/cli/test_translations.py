"""`triptych translations` shows each block beside its source, in the direction of each."""

from infra.cli.translations import readable
from shared.desk.suggestion import Suggested
from shared.desk.translations import BlockTold, EditionTold, Note, Translations
from shared.news.language import Language
from shared.news.policy import Policy

FRESH = BlockTold(
    id="headline", source="A river", says="نهر", state="machine", by=("google",),
    notes=(Note(kind="origin", says="machine: Google Translate"),),
)  # fmt: skip
OLD = BlockTold(
    id="b1", source="It rose. Two were hurt.", says="ارتفع النهر. لم يُصب أحد.", state="locked",
    by=("person",), outdated=True, saw="It rose. Nobody was hurt.",
    suggested=(Suggested(says="ارتفع النهر.", own=True), Suggested(says="جُرح اثنان.", own=False)),
    notes=(Note(kind="origin", says="a person's words"),
           Note(kind="outdated", says="older than the source")),
)  # fmt: skip


def told(language: Language = "en") -> Translations:
    edition = EditionTold(
        edition="ar", state="live", url="https://gazette.example/ar/a", why="Something waits.",
        policy=Policy(), blocks=(FRESH, OLD), next=("Take the file.",),
    )  # fmt: skip
    return Translations(story="kq3vx2mh7a", revision=4, headline="A river", source="en",
                        language=language, editions=(edition,))  # fmt: skip


def shown(width: int, language: Language = "en") -> list[str]:
    isolates = str.maketrans("", "", "\u2066\u2067\u2069")
    return [" ".join(line.translate(isolates).split()) for line in readable(told(language), width)]


def test_each_block_stands_beside_its_source_with_where_it_comes_from() -> None:
    assert shown(80)[:9] == [
        "A river",
        "kq3vx2mh7a, revision 4, en",
        "",
        "ar live https://gazette.example/ar/a",
        "Something waits.",
        "Take the file.",
        "",
        "headline machine: Google Translate",
        "A river │ نهر",
    ]


def test_an_outdated_block_shows_what_was_seen_and_which_sentences_stay() -> None:
    assert shown(80)[10:] == [
        "b1 a person's words · older than the source",
        "It rose. Two were hurt. │ ارتفع النهر. لم يُصب أحد.",
        "source before:",
        "It rose. Nobody was hurt.",
        "suggested:",
        "= ارتفع النهر.",
        "+ جُرح اثنان.",
    ]


def test_in_a_narrow_terminal_the_edition_stands_below_its_source() -> None:
    assert shown(40)[8:10] == ["A river", "نهر"]
    assert shown(40)[11:13] == ["b1", "a person's words · older than the"]


def test_headings_are_in_the_language_that_was_asked_for() -> None:
    assert "propuesta:" in shown(80, "es")
    assert "المقترح:" in shown(80, "ar")
    assert "ar منشورة https://gazette.example/ar/a" in shown(80, "ar")
