"""The configuration file: what it says, and every fault of it with its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.intake.config_file import ConfigReading, read_config, starter
from shared.news.budget import Budget
from shared.news.caching import Caching
from shared.news.faults import Verdict
from shared.news.language import LANGUAGES
from shared.news.most_read import MostRead

SAMPLE = Path(__file__).parents[3] / "infra/newsroom/config/newsroom.yaml"
GOOD = """\
outlet: {name: {en: G, ar: ج, es: G}, slogan: {en: S, ar: ش, es: S}}
editions: {en: {}, ar: {timezone: Asia/Beirut, months: dual}, es: {}}
sections:
  politics: {en: Politics, ar: سياسة, es: Política}
"""


def told(text: str) -> list[tuple[int | None, str, str]]:
    faults = read_config(text.encode()).faults
    return [(fault.line, fault.field, fault.rule) for fault in faults]


@pytest.mark.parametrize("content", [starter(), SAMPLE.read_bytes(), GOOD.encode()])
def test_a_good_configuration_has_no_faults_and_no_notes(content: bytes) -> None:
    reading = read_config(content)
    assert (reading.faults, reading.notes) == ((), ())
    assert reading.newsroom
    assert set(reading.newsroom.editions) == set(LANGUAGES)


def test_what_is_not_said_has_its_default() -> None:
    newsroom = read_config(GOOD.encode()).newsroom
    assert newsroom
    assert newsroom.editions["en"].timezone == "UTC"
    assert newsroom.translators == ("memory", "google")
    assert newsroom.desk_language == "en"
    assert newsroom.caching == Caching()


def test_a_lifetime_changes_only_what_it_names() -> None:
    newsroom = read_config(f"{GOOD}caching: {{list: {{s_maxage: 5}}}}".encode()).newsroom
    assert newsroom
    shipped = Caching()
    assert newsroom.caching.list == shipped.list.model_copy(update={"s_maxage": 5})
    assert newsroom.caching.article == shipped.article


def test_the_same_configuration_in_other_words_is_the_same() -> None:
    commented = f"# a comment\n{GOOD}regions:\n"
    assert read_config(commented.encode()).newsroom == read_config(GOOD.encode()).newsroom


def test_every_fault_is_told_at_once_with_its_line() -> None:
    text = """\
outlet: {name: {en: G, ar: ج}, slogn: x}
editions:
  en: {timezone: Asia/Beyrut, months: lunar, words_per_minute: many, quotes: straight}
  fr: {}
default_edition: fr
sections:
  Bad Id: {en: a, ar: ب, es: c}
  empty: {en: a, ar: ب, es: ""}
  word: three
secions: {}
translators: [memory, gogle]
caching:
  list: {s_maxage: soon, smaxage: 1}
  lists: {s_maxage: 30}
  feed: {max_age: -1, stale_if_error: 31536001}
  media: 60
most_read: {kappa: 0, kapa: 3, surge_ceiling: high, incumbent_bonus: 0.2}
translation: {mode: slow, deadline_minutes: 0, exceptions: [{edition: [ar], outdated: hide}]}
"""
    assert told(text) == [
        (1, "outlet.name", "name-missing"),
        (1, "outlet.slogan", "required"),
        (1, "outlet.slogn", "unknown-field"),
        (3, "editions.en.timezone", "unknown-timezone"),
        (3, "editions.en.months", "not-one-of"),
        (3, "editions.en.words_per_minute", "not-in-range"),
        (3, "editions.en.quotes", "not-one-of"),
        (4, "editions.fr", "not-one-of"),
        (5, "default_edition", "not-one-of"),
        (7, "sections.Bad Id", "not-an-id"),
        (8, "sections.empty", "name-missing"),
        (9, "sections.word", "expects-fields"),
        (10, "secions", "unknown-field"),
        (11, "translators.1", "not-one-of"),
        (13, "caching.list.s_maxage", "not-in-range"),
        (13, "caching.list.smaxage", "unknown-field"),
        (14, "caching.lists", "unknown-field"),
        (15, "caching.feed.max_age", "not-in-range"),
        (15, "caching.feed.stale_if_error", "not-in-range"),
        (16, "caching.media", "expects-fields"),
        (17, "most_read.kappa", "not-in-range"),
        (17, "most_read.surge_ceiling", "not-in-range"),
        (17, "most_read.kapa", "unknown-field"),
        (18, "translation.mode", "not-one-of"),
        (18, "translation.exceptions.0.outdated", "not-one-of"),
        (18, "translation.exceptions.0.edition", "unknown-field"),
        (18, "translation.deadline_minutes", "not-in-range"),
    ]


def test_an_exception_for_an_unknown_section_names_the_nearest_one() -> None:
    text = f"{GOOD}translation: {{exceptions: [{{sections: [politic], mode: human}}]}}"
    (fault,) = read_config(text.encode()).faults
    assert (fault.field, fault.rule) == ("translation.exceptions.0.sections", "unknown-section")
    assert fault.example == "sections: [politics]"


def test_what_is_wrong_with_navigation_parts_and_addresses_is_told() -> None:
    text = f"""{GOOD}regions: {{asia: {{en: Asia, ar: آسيا, es: Asia}}}}
subsections: {{politic: [], politics: [politics]}}
nav: [{{to: section/politik}}, {{under: [region/asia, region/africa]}}, {{}}, {{too: home}}]
"""
    assert told(text) == [(7, "nav.3.too", "unknown-field")]
    assert told(text.replace(", {too: home}", "")) == [
        (6, "subsections.politic", "unknown-section"),
        (6, "subsections.politics", "parts-of-parts"),
        (7, "nav.0.to", "unknown-list"),
        (7, "nav.1.under", "unknown-list"),
        (7, "nav.1.name", "required"),
        (7, "nav.2.to", "required"),
    ]


def test_an_address_elsewhere_has_to_be_https_and_ours_has_to_be_free() -> None:
    outlet = "slogan: {en: S, ar: ش, es: S}, social: {X: http://x.example}, apps: {iso: https://a}}"
    assert told(GOOD.replace("slogan: {en: S, ar: ش, es: S}}", outlet)) == [
        (1, "outlet.social.X", "not-https"),
        (1, "outlet.apps.iso", "not-one-of"),
    ]
    assert told(f"{GOOD}  authors: {{en: Authors, ar: كتّاب, es: Autores}}\n") == [
        (5, "sections.authors", "address-taken")
    ]


def test_a_lifetime_out_of_range_is_told_its_range_and_an_example() -> None:
    (fault,) = read_config(f"{GOOD}caching: {{list: {{s_maxage: soon}}}}".encode()).faults
    assert fault.given == {"given": "soon", "limit": "0–31536000"}
    assert fault.example == "s_maxage: 300"


def test_a_parameter_of_most_read_is_told_its_range_and_its_default() -> None:
    (fault,) = read_config(f"{GOOD}most_read: {{surge_floor: 1.5}}".encode()).faults
    assert fault.given == {"given": "1.5", "limit": "0–1"}
    assert fault.example == "surge_floor: 0.5"


def test_parameters_of_most_read_are_read() -> None:
    newsroom = read_config(f"{GOOD}most_read: {{kappa: 10, surge_floor: 0.25}}".encode()).newsroom
    assert newsroom is not None
    assert newsroom.most_read == MostRead(kappa=10, surge_floor=0.25)


def test_budgets_are_read() -> None:
    text = f"{GOOD}budgets: {{google: {{dollars_per_day: 2.5, characters_per_minute: 50000}}}}"
    newsroom = read_config(text.encode()).newsroom
    assert newsroom is not None
    assert newsroom.budgets == {"google": Budget(dollars_per_day=2.5, characters_per_minute=50_000)}


@pytest.mark.parametrize(
    ("written", "rule", "given"),
    [
        ("{gogle: {dollars_per_day: 1}}", "not-one-of", {"nearest": "google"}),
        ("{google: {dollar_per_day: 1}}", "unknown-field", {"nearest": "dollars_per_day"}),
        ("{google: {dollars_per_day: -1}}", "not-in-range", {"limit": "0–1000000"}),
        ("{google: {characters_per_day: 12}}", "not-in-range", {"limit": "1000–1000000000000"}),
        ("{google: 5}", "expects-fields", {}),
        ("[google]", "expects-fields", {}),
    ],
)
def test_what_is_wrong_with_a_budget_is_told(
    written: str, rule: str, given: dict[str, str]
) -> None:
    (fault,) = read_config(f"{GOOD}budgets: {written}".encode()).faults
    assert fault.rule == rule
    assert given.items() <= fault.given.items()
    assert "Politics" not in fault.example


def test_translators_for_a_pair_are_read_and_the_others_have_the_general_list() -> None:
    text = f"{GOOD}translators: [memory]\ntranslators_for: {{en-es: [bedrock, memory]}}"
    newsroom = read_config(text.encode()).newsroom
    assert newsroom is not None
    assert newsroom.translators_from("en", "es") == ("bedrock", "memory")
    assert newsroom.translators_from("es", "en") == newsroom.translators_from("ar", "es")
    assert newsroom.translators_from("es", "en") == ("memory",)


@pytest.mark.parametrize(
    ("written", "rule", "given"),
    [
        ("{en-sp: [google]}", "not-one-of", {"given": "en-sp", "nearest": "en-es"}),
        ("{en-en: [google]}", "not-one-of", {"given": "en-en"}),
        ("{en-es: [gogle]}", "not-one-of", {"given": "gogle", "nearest": "google"}),
        ("{en-es: google}", "expects-list", {}),
        ("[google]", "expects-fields", {}),
    ],
)
def test_what_is_wrong_with_translators_for_a_pair_is_told(
    written: str, rule: str, given: dict[str, str]
) -> None:
    (fault,) = read_config(f"{GOOD}translators_for: {written}".encode()).faults
    assert fault.rule == rule
    assert given.items() <= fault.given.items()
    assert "Politics" not in fault.example


def test_a_misspelt_kind_of_page_names_the_nearest() -> None:
    (fault,) = read_config(f"{GOOD}caching: {{lists: {{s_maxage: 3}}}}".encode()).faults
    assert (fault.given["nearest"], fault.example) == ("list", "list: {s_maxage: 30}")


@pytest.mark.parametrize(
    ("written", "nearest"),
    [("Asia/Beyrut", "Asia/Beirut"), ("Europe/Madird", "Europe/Madrid"), ("Mars", "")],
)
def test_an_unknown_time_zone_names_the_nearest(written: str, nearest: str) -> None:
    (fault,) = read_config(GOOD.replace("Asia/Beirut", written).encode()).faults
    assert fault.rule == "unknown-timezone"
    if nearest:
        assert fault.given["nearest"] == nearest


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", (None, "file", "empty")),
        ("- a", (1, "front-matter", "no-fields")),
        ("a: [", (1, "front-matter", "yaml-bracket")),
        (GOOD.replace("es: {}", ""), (2, "file", "three-editions")),
        (GOOD.split("sections", maxsplit=1)[0] + "sections: {}", (1, "file", "no-sections")),
        (
            GOOD + f"labels: {{x: {{en: {'a' * 301}, ar: b, es: c}}}}",
            (5, "labels.x.en", "too-long"),
        ),
        (GOOD + "sections: {}", (5, "sections", "doubled-field")),
    ],
)
def test_what_is_no_configuration_is_told(text: str, fault: tuple[int | None, str, str]) -> None:
    rules = [(name, rule) for _, name, rule in told(text)]
    assert fault[1:] in rules


def test_a_file_that_is_no_text_is_told() -> None:
    assert [fault.rule for fault in read_config(GOOD.encode("utf-16")).faults] == ["not-text"]


def test_a_very_large_file_is_told_by_its_size() -> None:
    assert [fault.rule for fault in read_config(b"", size=2_000_000).faults] == ["too-large"]


def _judged(reading: ConfigReading) -> None:
    verdict = Verdict(faults=reading.faults, notes=reading.notes)
    assert Verdict.model_validate_json(verdict.canonical()) == verdict
    assert (reading.newsroom is None) == bool(reading.faults)


@given(st.binary())
def test_any_bytes_at_all_are_judged(content: bytes) -> None:
    _judged(read_config(content))


VALUES = st.recursive(
    st.sampled_from(["a", "en", "politics", "''", "~", "1", "Asia/Beirut", "[]", "{}"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(st.sampled_from(["en", "ar", "es", "name", "x y"]), inner, max_size=3).map(
            lambda entries: "{" + ", ".join(f"{k}: {v}" for k, v in entries.items()) + "}"
        ),
    ),
    max_leaves=6,
)
NAMES = st.sampled_from(
    [
        "outlet",
        "editions",
        "sections",
        "regions",
        "authors",
        "translators",
        "desk_language",
        "caching",
        "budgets",
        "x",
    ]
)


@given(st.dictionaries(NAMES, VALUES))
def test_any_shape_of_known_fields_is_judged(fields: dict[str, str]) -> None:
    _judged(read_config("\n".join(f"{name}: {value}" for name, value in fields.items()).encode()))
