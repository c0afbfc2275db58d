"""The newsroom's configuration file: checked whole, every fault with its line."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, get_args
from zoneinfo import available_timezones

from pydantic import ValidationError

from shared.intake.findings import Findings, nearest
from shared.intake.text import as_text, clean, one_line
from shared.intake.yaml_tree import Mapping, Node, Scalar, Sequence, read_tree, walk
from shared.news.budget import MOST_CHARACTERS, MOST_DOLLARS, Budget
from shared.news.caching import YEAR, Caching, Lifetime
from shared.news.faults import Fault, Note
from shared.news.language import LANGUAGES
from shared.news.most_read import MostRead
from shared.news.newsroom import (
    App,
    Direction,
    EditionSettings,
    Engine,
    Months,
    NavItem,
    Newsroom,
    Numerals,
    Outlet,
    Quotes,
    Stream,
)
from shared.news.policy import Mode, Outdated, PolicyFor, Translation

LARGEST = 1_000_000
LONGEST_TEXT = 300
_NAMES = "{en: Politics, ar: سياسة, es: Política}"
_EXAMPLES = {
    "outlet": "outlet: {name: {en: …, ar: …, es: …}, slogan: {en: …, ar: …, es: …}}",
    "editions": "editions: {en: {timezone: Europe/London}, ar: {…}, es: {…}}",
    "sections": f"sections: {{politics: {_NAMES}}}",
    "subsections": "subsections: {politics: [elections]}",
    "coverage": "coverage: {in-five: {en: In Five, ar: في خمس دقائق, es: En cinco minutos}}",
    "fronts": "fronts: {video: {en: Videos, ar: فيديو, es: Vídeos}}",
    "nav": "nav: [{to: kind/news, under: [section/politics]}, {to: kind/video}]",
    "to": "to: section/politics",
    "under": "under: [section/politics, kind/opinion]",
    "pages": "pages: {about: {en: About us, ar: من نحن, es: Quiénes somos}}",
    "social": "social: {Mastodon: https://social.example/@azimuth}",
    "apps": "apps: {android: https://store.example/azimuth}",
    "about": "about: {en: …, ar: …, es: …}",
    "rights": "rights: {en: …, ar: …, es: …}",
    "regions": "regions: {africa: {en: Africa, ar: أفريقيا, es: África}}",
    "authors": "authors: {layla-haddad: {en: Layla Haddad, ar: ليلى حداد, es: Layla Haddad}}",
    "programmes": "programmes: {field-notes: {en: Field notes, ar: من الميدان, es: Cuaderno}}",
    "timezone": "timezone: Asia/Beirut",
    "months": "months: levantine",
    "numerals": "numerals: latn",
    "words_per_minute": "words_per_minute: 180",
    "quotes": "quotes: guillemets",
    "default_edition": "default_edition: en",
    "desk_language": "desk_language: en",
    "translators": "translators: [memory, google]",
    "translators_for": "translators_for: {en-es: [memory, google]}",
    "embargoed": "embargoed: [memory]",
    "budgets": "budgets: {amazon-translate: {dollars_per_month: 50}}",
    "dollars_per_million": "dollars_per_million: 15",
    "translation": "translation: {mode: automatic, outdated: hold}",
    "mode": "mode: reviewed",
    "outdated": "outdated: publish-with-notice",
    "exceptions": "exceptions: [{sections: [opinion], editions: [ar], mode: reviewed}]",
    "deadline_minutes": "deadline_minutes: 60",
    "caching": "caching: {list: {s_maxage: 30}}",
    "most_read": "most_read: {minimum_readers: 5}",
    "live": "live: {stream: https://video.example.org/live.m3u8, title: {en: …, ar: …, es: …}}",
    "stream": "stream: https://video.example.org/live.m3u8",
    "title": "title: {en: Azimuth TV, ar: قناة السمت, es: Acimut TV}",
    "name": "name: {en: Azimuth, ar: السمت, es: Acimut}",
    "slogan": "slogan: {en: …, ar: …, es: …}",
}
_EXAMPLES |= {kind: f"{kind}: {{s_maxage: 30}}" for kind in Caching.model_fields}
_EXAMPLES |= {name: f"{name}: 300" for name in Lifetime.model_fields}
_EXAMPLES |= {name: f"{name}: {field.default}" for name, field in MostRead.model_fields.items()}
_EXAMPLES |= {f"dollars_per_{period}": f"dollars_per_{period}: 50" for period in ("day", "month")}
_EXAMPLES |= {
    f"characters_per_{period}": f"characters_per_{period}: 500000"
    for period in ("minute", "day", "month")
}
_LIMITS = {"words_per_minute": "50–1000", "deadline_minutes": "1–1440"} | {
    name: f"{low.ge:g}–{high.le:g}"
    for name, (low, high) in ((one, field.metadata) for one, field in MostRead.model_fields.items())
}
_LIMITS |= {
    name: f"1000–{MOST_CHARACTERS}" if name.startswith("characters") else f"0–{MOST_DOLLARS}"
    for name in Budget.model_fields
}
RESERVED = frozenset(
    {
        "authors", "breaking", "coverage", "kinds", "live", "most-read", "most-read-rows",
        "programmes", "regions", "tags",
    }
)  # fmt: skip
"""Names in an edition's addresses that have pages already."""
_SECONDS = f"0–{YEAR}"
_CHOICES: dict[str, tuple[str, ...]] = {
    "months": get_args(Months),
    "numerals": get_args(Numerals),
    "quotes": get_args(Quotes),
    "translators": get_args(Engine),
    "embargoed": get_args(Engine),
    "mode": get_args(Mode),
    "outdated": get_args(Outdated),
}


@dataclass(frozen=True)
class ConfigReading:
    """What a configuration file says; without faults the newsroom is there."""

    faults: tuple[Fault, ...] = ()
    notes: tuple[Note, ...] = ()
    newsroom: Newsroom | None = None


def starter() -> bytes:
    """The configuration that is in force until a newsroom uploads its own."""
    return files("shared.intake").joinpath("starter.yaml").read_bytes()


def read_config(content: bytes, size: int = 0) -> ConfigReading:
    """The newsroom that the file describes, or every fault of it; never an exception."""
    found = Findings()
    newsroom = _newsroom(content, max(size, len(content)), found)
    if found.faults:
        return ConfigReading(found.faults, found.notes)
    return ConfigReading((), found.notes, newsroom)


def _newsroom(content: bytes, size: int, found: Findings) -> Newsroom | None:
    if size > LARGEST:
        found.fault("file", "too-large", size=f"{size / 1_000_000:.1f}", limit="1")
        return None
    text = as_text(content)
    if text is None:
        found.fault("file", "not-text")
        return None
    text = found.clean(text, "file")
    if not text.strip():
        found.fault("file", "empty", example=_EXAMPLES["sections"])
        return None
    tree = read_tree(text, 1, found)
    if tree is None:
        return None
    for path, node in walk(tree):
        if isinstance(node, Scalar) and len(node.text) > LONGEST_TEXT:
            given = {"length": str(len(node.text)), "limit": str(LONGEST_TEXT)}
            found.fault(".".join(path), "too-long", node.line, **given)
    try:
        newsroom = Newsroom.model_validate(_plain(tree))
    except ValidationError as error:
        for problem in error.errors(include_url=False):
            _explain(problem["type"], problem["loc"], problem.get("ctx", {}), tree, found)
        return None
    _check_sections(newsroom, tree, found)
    _check_lists(newsroom, tree, found)
    _check_addresses(newsroom, tree, found)
    return newsroom


def _check_sections(newsroom: Newsroom, tree: Mapping, found: Findings) -> None:
    """What is said of sections is said of those that are there; parts are of one, and have none."""
    known, parts = newsroom.sections, newsroom.subsections
    named: list[tuple[tuple[int | str, ...], str]] = [
        (("translation", "exceptions", at, "sections"), section)
        for at, one in enumerate(newsroom.translation.exceptions)
        for section in one.sections
    ]
    named += [(("subsections", whole), whole) for whole in parts]
    named += [(("subsections", whole), part) for whole, of in parts.items() for part in of]
    for path, section in named:
        if section not in known:
            guess = nearest(section, known)
            given = {"given": section, "nearest": guess, "known": ", ".join(known)}
            example = f"sections: [{guess or next(iter(known))}]"
            name = ".".join(map(str, path))
            found.fault(name, "unknown-section", _line(tree, path), example, **given)
    for whole, of in parts.items():
        for part in of:
            if part in parts or newsroom.within(part) != whole:
                path = ("subsections", whole)
                line, example = _line(tree, path), _EXAMPLES["subsections"]
                found.fault(".".join(path), "parts-of-parts", line, example, given=part)


def _check_lists(newsroom: Newsroom, tree: Mapping, found: Findings) -> None:
    """The navigation leads to lists that are there, and each of its names to something."""
    known = tuple(newsroom.lists())
    for at, item in enumerate(newsroom.nav):
        for field, names in (("to", [item.to] if item.to else []), ("under", item.under)):
            for name in names:
                if name not in known:
                    path, guess = ("nav", at, field), nearest(name, known)
                    example = f"to: {guess or 'section/politics'}"
                    line = _line(tree, path)
                    given = {"given": name, "nearest": guess}
                    found.fault(f"nav.{at}.{field}", "unknown-list", line, example, **given)
        needed = "name" if item.under else "to"
        if not item.to and not getattr(item, needed):
            line = _line(tree, ("nav", at))
            found.fault(f"nav.{at}.{needed}", "required", line, _EXAMPLES["nav"])


def _check_addresses(newsroom: Newsroom, tree: Mapping, found: Findings) -> None:
    """Pages of ours stand where these sections and pages would."""
    for field, ids in (("sections", newsroom.sections), ("pages", newsroom.pages)):
        for one in RESERVED.intersection(ids):
            path = (field, one)
            line = _line(tree, path)
            found.fault(".".join(path), "address-taken", line, f"{one}-news", given=one)


def _plain(node: Node) -> Any:  # noqa: ANN401
    """The tree as pydantic takes it; what has nothing after its colon is left out."""
    match node:
        case Scalar(text=text):
            return one_line(clean(text))
        case Sequence(items=items):
            return [_plain(item) for item in items]
        case Mapping(entries=entries):
            return {
                one_line(clean(name)): _plain(child)
                for name, child in entries.items()
                if not isinstance(child, Scalar) or child.given
            }


def _line(tree: Mapping, path: Iterable[int | str]) -> int:
    """The line of the last name of the path that the file has."""
    node: Node = tree
    line = tree.line
    for step in path:
        if isinstance(node, Mapping) and str(step) in node.entries:
            line = node.lines[str(step)]
            node = node.entries[str(step)]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            line = node.line
    return line


def _explain(
    kind: str, place: tuple[int | str, ...], about: dict[str, Any], tree: Mapping, found: Findings
) -> None:
    path = [step for step in place if step != "[key]"]
    name, line = ".".join(map(str, path)) or "file", _line(tree, path)
    last = next((step for step in reversed(path) if isinstance(step, str)), "")
    written = _written(tree, path)
    rule, example, given = _rule(kind, path, last, written, str(about.get("error", "")))
    found.fault(name, rule, line, example, **given)


def _written(tree: Mapping, path: list[int | str]) -> str:
    node: Node | None = tree
    for step in path:
        if isinstance(node, Mapping):
            node = node.entries.get(str(step))
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
    return node.text[:60] if isinstance(node, Scalar) else ""


def _rule(
    kind: str, path: list[int | str], last: str, written: str, said: str
) -> tuple[str, str, dict[str, str]]:
    """The rule that pydantic found broken, in the desk's terms, with example and blanks."""
    example = _EXAMPLES.get(last, f"{last}: {_NAMES}" if last else "")
    choices = _CHOICES.get(last, LANGUAGES)
    match path:
        case ["outlet", "social" | "apps", _] if kind == "string_pattern_mismatch":
            return "not-https", _EXAMPLES[str(path[1])], {"given": written}
        case ["live", "stream"] if kind == "string_pattern_mismatch":
            return "not-https", example, {"given": written}
        case ["outlet", "apps", _]:
            example, choices = _EXAMPLES["apps"], get_args(App)
        case ["budgets", _]:
            example, choices = _EXAMPLES["budgets"], get_args(Engine)
        case ["translators_for", _]:
            example, choices = _EXAMPLES["translators_for"], get_args(Direction)
        case ["translators_for", _, _]:
            example, choices = _EXAMPLES["translators_for"], get_args(Engine)
    match kind:
        case "missing":
            return "required", example, {}
        case "extra_forbidden":
            guess = nearest(last, _known(path))
            return "unknown-field", _EXAMPLES.get(guess, ""), {"given": last, "nearest": guess}
        case "literal_error":
            value = written or last
            guess = nearest(value, choices)
            given = {"given": value, "nearest": guess, "known": ", ".join(choices)}
            return "not-one-of", _EXAMPLES.get(last, choices[0]), given
        case "string_pattern_mismatch" | "string_too_long":
            return "not-an-id", "latin-america", {"given": last}
        case "int_parsing" | "float_parsing" | "greater_than_equal" | "less_than_equal":
            return "not-in-range", example, {"given": written, "limit": _LIMITS.get(last, _SECONDS)}
        case "value_error":
            return _house_rule(said, written, example)
        case "tuple_type":
            return "expects-list", example, {}
        case _:
            return ("expects-text" if kind == "string_type" else "expects-fields"), example, {}


def _house_rule(said: str, written: str, example: str) -> tuple[str, str, dict[str, str]]:
    if said.startswith("missing in "):
        return "name-missing", example, {"editions": said.removeprefix("missing in ")}
    if "time zone" in said:
        guess = nearest(written, available_timezones())
        shown = f"timezone: {guess or 'Asia/Beirut'}"
        return "unknown-timezone", shown, {"given": written, "nearest": guess}
    if said.startswith("editions"):
        return "three-editions", _EXAMPLES["editions"], {"known": ", ".join(LANGUAGES)}
    return "no-sections", _EXAMPLES["sections"], {}


def _known(path: list[int | str]) -> Iterable[str]:
    """The names that could stand where an unknown one stands."""
    match path:
        case ["outlet", _]:
            return Outlet.model_fields
        case ["nav", _, _]:
            return NavItem.model_fields
        case ["live", _]:
            return Stream.model_fields
        case ["editions", _, _]:
            return EditionSettings.model_fields
        case ["budgets", _, _]:
            return Budget.model_fields
        case ["most_read", _]:
            return MostRead.model_fields
        case ["translation", _]:
            return Translation.model_fields
        case ["translation", "exceptions", _, _]:
            return PolicyFor.model_fields
        case ["caching", _]:
            return Caching.model_fields
        case ["caching", _, _]:
            return Lifetime.model_fields
        case _:
            return Newsroom.model_fields
