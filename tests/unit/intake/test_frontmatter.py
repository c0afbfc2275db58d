"""The fields between `---` lines: what YAML is read as, and what is refused."""

import time

import pytest

from shared.intake.findings import Findings
from shared.intake.frontmatter import Front, read_front
from shared.intake.yaml_tree import Mapping, Scalar, Sequence, read_tree, walk


def front_of(text: str) -> Front | None:
    return read_front(text.encode(), len(text.encode()), Findings())


def faults_of(text: str | bytes, size: int = 0) -> list[tuple[str, int | None]]:
    found = Findings()
    content = text if isinstance(text, bytes) else text.encode()
    read_front(content, max(size, len(content)), found)
    return [(fault.rule, fault.line) for fault in found.faults]


def values(yaml: str) -> dict[str, str]:
    tree = read_tree(yaml, 1, Findings())
    assert tree
    return {name: node.text for name, node in tree.entries.items() if isinstance(node, Scalar)}


def test_values_stay_as_they_were_written() -> None:
    written = {"a": "no", "b": "12:30", "c": "0123", "d": "1e3", "e": "2026-11-24", "f": "0x1F"}
    assert values("".join(f"{name}: {text}\n" for name, text in written.items())) == written


def test_every_node_knows_its_line() -> None:
    tree = read_tree("a: 1\nb:\n  - x\n  - {c: 2}\n", 10, Findings())
    assert tree
    lines = {".".join(path): node.line for path, node in walk(tree)}
    assert lines == {"": 10, "a": 10, "b": 12, "b.0": 12, "b.1": 13, "b.1.c": 13}
    assert tree.lines == {"a": 10, "b": 11}


def test_nothing_after_a_colon_is_not_given_but_quotation_marks_are() -> None:
    tree = read_tree("a:\nb: ~\nc: null\nd: ''\ne: 'null'\n", 1, Findings())
    assert tree
    nodes = {name: node for name, node in tree.entries.items() if isinstance(node, Scalar)}
    assert [name for name, node in nodes.items() if node.given] == ["d", "e"]


def test_the_halves_are_split_at_the_first_line_of_hyphens() -> None:
    front = front_of("---\na: b\n---\none\n\n---\n\ntwo")
    assert front
    assert front.body == "one\n\n---\n\ntwo"
    assert front.body_line == 4


@pytest.mark.parametrize(
    "text",
    [
        "---\r\na: b\r\n---\r\nbody",
        "\ufeff---\na: b\n---\nbody",
        "\n\n--- \na: b\n---\t\nbody",
    ],
)
def test_line_ends_marks_and_blank_lines_do_not_matter(text: str) -> None:
    front = front_of(text)
    assert front
    assert list(front.fields.entries) == ["a"]
    assert front.body == "body"


def test_hyphens_inside_an_indented_text_do_not_end_the_fields() -> None:
    front = front_of("---\na: |\n  x\n  ---\n  y\n---\nbody")
    assert front
    assert front.body == "body"


FAULTS = {
    "empty": ("", "empty", None),
    "only white space": (" \n\t\n", "empty", None),
    "no front matter": ("Just words.", "no-front-matter", 1),
    "no front matter after blank lines": ("\n\nJust words.", "no-front-matter", 3),
    "TOML": ("+++\na = 1\n+++\n", "toml", 1),
    "no end": ("---\na: b\n", "front-matter-open", 1),
    "only one line": ("---", "front-matter-open", 1),
    "nothing between": ("---\n---\nbody", "no-fields", 2),
    "a word": ("---\nword\n---\n", "no-fields", 2),
    "a list": ("---\n- a\n- b\n---\n", "no-fields", 2),
    "a colon": ("---\na: b\nheadline: Rivers: a treaty\n---\n", "yaml-colon", 3),
    "an open quotation": ('---\nheadline: "Rivers\na: b\n---\n', "yaml-quote", 2),
    "words after a quotation": ('---\na: "b" c\n---\n', "yaml-quote", 2),
    "a sign": ("---\na: @handle\n---\n", "yaml-quote", 2),
    "a tab": ("---\na:\n\t- b\n---\n", "yaml-tab", 3),
    "an open bracket": ("---\na: [b\nc: d\n---\n", "yaml-bracket", 2),
    "an anchor": ("---\na: &x b\n---\n", "yaml-anchor", 2),
    "an alias": ("---\na: *x\n---\n", "yaml-anchor", 2),
    "a tag": ("---\na: !!python/object:os.system x\n---\n", "yaml-tag", 2),
    "a doubled field": ("---\na: b\nc: d\na: e\n---\n", "doubled-field", 4),
    "a doubled inner field": ("---\np: {a: b, a: c}\n---\n", "doubled-field", 2),
    "a list for a name": ("---\n? [a]\n: b\n---\n", "yaml-key", 2),
    "two documents": ("---\na: b\n...\nc: d\n---\n", "not-yaml", 4),
    "a version that is none": ("---\n%YAML 9\n---\n", "not-yaml", 2),
    "too deep": (f"---\na: {'[' * 20}{']' * 20}\n---\n", "yaml-deep", 2),
    "very deep": (f"---\na: {'[' * 60_000}\n---\n", "yaml-deep", 2),
    "too long": (f"---\na: {'b' * 70_000}\n---\n", "front-matter-large", 1),
    "an alias bomb": (
        "---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n---\n", "yaml-anchor", 2,
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", FAULTS)
def test_what_is_no_front_matter_is_a_fault_with_its_line(what: str) -> None:
    text, rule, line = FAULTS[what]
    started = time.process_time()
    assert (rule, line) in faults_of(text)
    assert time.process_time() - started < 5


def test_a_file_above_a_megabyte_is_refused_unread() -> None:
    assert faults_of(b"---\n", size=5_000_000) == [("too-large", None)]


def test_what_yaml_takes_for_a_comment_is_kept_with_the_value() -> None:
    tree = read_tree("a: We are #1 today\nb: 'x' # fine\n", 1, Findings())
    assert tree
    first, second = tree.entries["a"], tree.entries["b"]
    assert isinstance(first, Scalar)
    assert isinstance(second, Scalar)
    assert (first.text, first.comment) == ("We are", "#1 today")
    assert second.comment == ""


def test_lists_and_groups_are_told_apart() -> None:
    tree = read_tree("a: [x]\nb: {c: d}\n", 1, Findings())
    assert tree
    assert isinstance(tree.entries["a"], Sequence)
    assert isinstance(tree.entries["b"], Mapping)
