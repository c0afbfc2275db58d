"""Every code that intake and translation use has its sentences, and their blanks are filled."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from shared.desk.messages import blanks, filled, isolated, says, says_why
from shared.desk.sentences import FAULTS, FLAGS, NOTES, REASONS, REFUSALS, TOLD
from shared.editions.typography import Class
from shared.news.language import LANGUAGES, Language
from shared.news.ranking import Flag
from shared.translation import ports

SHARED = Path(__file__).parents[3] / "shared"
SOURCES = [
    *sorted((SHARED / "intake").glob("*.py")),
    SHARED / "translation/tmx.py",
    SHARED / "translation/retell.py",
]
CODE = re.compile(r"[a-z]+(-[a-z]+)*")
# Calls that say a rule: at which place it stands among the arguments that have no name.
RULE_AT = {"fault": 1, "note": 1, "_fault": 0, "Refused": 0, "_Refused": 0, "_Wrong": 0}
NOT_GIVEN = {"name", "field", "rule", "line", "example"}


def texts(node: ast.AST | None) -> list[str]:
    """What an expression can be, where that is written in it."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=one, orelse=other):
            return texts(one) + texts(other)
        case ast.JoinedStr(values=[ast.Constant(value="unknown-"), *_]):
            names = ("section", "label", "region", "programme", "coverage")
            return [f"unknown-{name}" for name in names]
        case ast.JoinedStr(values=[ast.Constant(value="typography-"), *_]):
            return [f"typography-{about}" for about in get_args(Class)]
        case _:
            return []


def used() -> Iterator[tuple[str, frozenset[str] | None]]:
    """Each use of a rule, with the names of what is given; None where that cannot be seen."""
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text())):
            if isinstance(node, ast.Call):
                yield from _in_call(node)
            elif isinstance(node, ast.Return | ast.Assign | ast.AnnAssign):
                yield from ((rule, None) for rule in _in_values(node))


def _in_call(call: ast.Call) -> Iterator[tuple[str, frozenset[str] | None]]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    named: dict[str | None, ast.expr] = {word.arg: word.value for word in call.keywords}
    if name in {"Fault", "Note"}:
        given = named.get("given")
        keys = given.keys if isinstance(given, ast.Dict) else []
        names = [text for key in keys for text in texts(key)]
        for rule in texts(named.get("rule")):
            yield rule, frozenset(names)
    elif name in RULE_AT and len(call.args) > RULE_AT[name]:
        hidden = None in named
        seen = frozenset(word for word in named if word) - NOT_GIVEN
        for rule in texts(call.args[RULE_AT[name]]):
            yield rule, None if hidden else seen


def _in_values(node: ast.Return | ast.Assign | ast.AnnAssign) -> Iterator[str]:
    """Rules in tables, and those that a function returns with their examples."""
    match node:
        case ast.Return(value=ast.Tuple(elts=[rule, _, ast.Dict() | ast.Name()])):
            yield from texts(rule)
        case ast.Return(value=ast.Tuple(elts=[ast.IfExp() as rule, *_])):
            yield from texts(rule)
        case ast.Assign(targets=[ast.Name(id="_TROUBLES")], value=ast.Dict(values=values)):
            for value in values:
                yield from texts(value)
        case ast.Assign(targets=[ast.Name(id="rule")], value=value):
            yield from texts(value)


# Rules that stand in tables of field names.
IN_TABLES = {
    "field-to-come", "only-in-edition", "only-in-source", "not-in-flash", "not-in-post",
    "not-in-page",
}  # fmt: skip
USED: dict[str, list[frozenset[str] | None]] = defaultdict(list)
for _rule, _given in used():
    if CODE.fullmatch(_rule):
        USED[_rule].append(_given)
for _rule in IN_TABLES:
    USED[_rule].append(None)

HELD = re.findall(r"^    ([a-z-]+)(?::<code>)?  +\S", ports.__doc__ or "", re.MULTILINE)


def test_the_codes_of_intake_are_found_at_all() -> None:
    assert len(USED) > 60
    assert {"required", "yaml-colon", "unknown-section", "memory-marks", "too-slow"} <= set(USED)


@pytest.mark.parametrize("rule", sorted(USED))
def test_every_rule_has_a_sentence_in_each_language(rule: str) -> None:
    sentences = FAULTS.get(rule) or NOTES.get(rule)
    assert sentences
    assert all(sentences)
    assert len(set(sentences)) == 3


@pytest.mark.parametrize("rule", sorted({*FAULTS, *NOTES}))
def test_no_sentence_is_kept_for_a_rule_that_nothing_uses(rule: str) -> None:
    assert rule in USED


@pytest.mark.parametrize("rule", sorted(USED))
def test_every_blank_of_a_rule_is_given_wherever_the_rule_is_used(rule: str) -> None:
    wanted = blanks((FAULTS.get(rule) or NOTES[rule])[0])
    optional = {name for name in wanted if "[" in (FAULTS.get(rule) or NOTES[rule])[0]}
    for given in USED[rule]:
        assert given is None or wanted - optional <= given


@pytest.mark.parametrize("code", HELD)
def test_every_reason_of_translation_has_its_sentence(code: str) -> None:
    assert code in REASONS or code in REFUSALS


@pytest.mark.parametrize("why", get_args(Flag.model_fields["why"].annotation))
def test_every_reason_of_a_flag_has_its_sentence(why: str) -> None:
    assert why in FLAGS


def test_the_codes_of_translation_are_found_at_all() -> None:
    assert set(HELD) >= {"unavailable", "script", "numbers", "engines-none", "engines-refused"}


@pytest.mark.parametrize("table", [FAULTS, NOTES, REASONS, REFUSALS, FLAGS, TOLD])
def test_the_three_languages_have_the_same_blanks(table: dict[str, tuple[str, str, str]]) -> None:
    for code, (english, *others) in table.items():
        for other in others:
            assert blanks(other) == blanks(english), code


@pytest.mark.parametrize("table", [FAULTS, NOTES, REASONS, REFUSALS, FLAGS, TOLD])
def test_each_language_is_written_in_its_own_script(
    table: dict[str, tuple[str, str, str]],
) -> None:
    arabic = re.compile("[\u0621-\u064a]")
    for english, other, spanish in table.values():
        assert arabic.search(other)
        assert not arabic.search(english + spanish)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_code_that_nobody_knows_is_shown_in_a_sentence(language: Language) -> None:
    assert "quite-new" in says("quite-new", language, {})
    assert "quite-new" in says_why("quite-new", language, {})


def test_a_reason_tells_why_the_first_refusal_happened() -> None:
    said = says_why("engines-refused:same", "en", {})
    assert "the text came back untranslated" in said


def test_a_part_in_brackets_is_left_out_where_nothing_is_given() -> None:
    sentence = "No {given}.[ Perhaps {nearest}?]"
    assert filled(sentence, {"given": "a", "nearest": ""}) == "No a."
    assert filled(sentence, {"given": "a", "nearest": "b"}) == "No a. Perhaps b?"


def test_what_was_given_is_never_filled_again() -> None:
    assert filled("{given} {known}", {"given": "{known} [x]", "known": "y"}) == "{known} [x] y"


@pytest.mark.parametrize(
    ("text", "language", "is_foreign"),
    [("river", "ar", True), ("نهر", "ar", False), ("نهر", "es", True), ("río", "es", False),
     ("12", "ar", False)],
)  # fmt: skip
def test_only_what_runs_the_other_way_is_isolated(
    text: str, language: Language, is_foreign: bool
) -> None:
    assert isolated(text, language) == (f"\u2068{text}\u2069" if is_foreign else text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_spent_budget_names_the_engine_and_until_when(language: Language) -> None:
    said = says_why("engines-budget:amazon-translate:2026-12-01", language, {})
    assert "Amazon Translate" in said
    assert "2026-12-01" in said
    assert "UTC" not in says_why("engines-budget:google", "en", {})
