"""A story file: a story as its editor wrote it, or a person's words for one edition."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast, get_args

from shared.editions.typography import style
from shared.intake.body import read_body
from shared.intake.fields import EXAMPLES, Fields
from shared.intake.findings import Findings, nearest
from shared.intake.frontmatter import Front, read_front
from shared.intake.proof import Proof
from shared.intake.yaml_tree import Mapping, Scalar
from shared.news.blocks import Body
from shared.news.faults import Fault, Note
from shared.news.keys import INBOX, PICTURE_ENDINGS, StoryKey, beside, story_key
from shared.news.language import LANGUAGES, Language
from shared.news.newsroom import Newsroom
from shared.news.policy import Policy
from shared.news.story import (
    Change,
    Kind,
    Part,
    PictureWish,
    Release,
    Source,
    Status,
    Texts,
)
from shared.news.words import EditionText

LONGEST_BODY = 300_000
LONGEST: dict[Part, int] = {
    "headline": 200, "deck": 500, "caption": 1000, "alt": 500, "source": 200, "tags": 60,
    "correction": 1000,
}  # fmt: skip
"""Characters of a source's words; of each tag."""
ROOM_OF_A_TRANSLATION = 3
"""A machine's words may be much longer than the source's, and come back as a person's."""
KINDS: tuple[str, ...] = get_args(Kind)
KINDS_TO_COME = ("video", "gallery", "infographic", "live", "flash", "page")
_WORDS = frozenset({"headline", "deck", "picture", "source", "tags", "correction", "slug"})
_ABOUT = frozenset({
    "section", "kind", "regions", "label", "byline", "published", "related", "coverage",
    "status", "change", "embargo", "release", "deadline", "sensitive", "override",
})  # fmt: skip
_TO_COME = dict.fromkeys(
    (
        "expires", "link", "file", "stream", "poster",
        "duration", "captions", "programme", "pictures", "data", "pin", "ban",
    ),
    "field-to-come",
)  # fmt: skip
_SOURCE = _WORDS | _ABOUT
_EDITION = _WORDS | {"translates", "review"}
_PICTURE = frozenset({"file", "caption", "credit", "alt", "focus"})
_PICTURE_WORDS = frozenset({"caption", "alt"})
_DIGEST = re.compile(r"[0-9a-f]{64}")
_SUFFIX = re.compile(r"\.([A-Za-z]{2,3})$")


@dataclass(frozen=True)
class Reading:
    """What a story file says. Without faults exactly one of `source` and `edition` is there.

    `status` and `override` are what the file says even where it has faults: a story can be taken
    back by a file that is otherwise wrong.
    """

    faults: tuple[Fault, ...] = ()
    notes: tuple[Note, ...] = ()
    language: Language | None = None
    source: Source | None = None
    edition: EditionText | None = None
    status: Status = "usable"
    change: Change | None = None
    published: datetime | None = None
    embargo: datetime | None = None
    translates: str | None = None
    override: bool = False


def read_story(key: StoryKey, content: bytes, newsroom: Newsroom, size: int = 0) -> Reading:
    """Everything that the file says, or every fault of it; never an exception.

    `size` is the file's true size where `content` may be only its beginning.
    """
    found = Findings()
    _check_name(key, found)
    front = read_front(content, max(size, len(content)), found)
    if front is None:
        return Reading(found.faults, found.notes, key.language)
    language = key.language or newsroom.desk_language
    proof = Proof(language, style(language, newsroom.editions[language]))
    file = _File(key, front, newsroom, Fields(front.fields, found), proof)
    return _read_source(file) if _is_source(front.fields) else _read_edition(file)


def _check_name(key: StoryKey, found: Findings) -> None:
    if key.language is not None:
        return
    name = key.stem.rpartition("/")[2]
    suffix = _SUFFIX.search(name)
    bare = name[: suffix.start()] if suffix else name
    example = f"{bare or 'river-treaty'}.en.md"
    if suffix:
        found.fault("language", "unknown-language", None, example, given=suffix[1])
    else:
        found.fault("language", "no-language", None, example)


@dataclass(frozen=True)
class _File:
    """One file while it is read."""

    key: StoryKey
    front: Front
    newsroom: Newsroom
    fields: Fields
    proof: Proof

    @property
    def found(self) -> Findings:
        return self.fields.found

    @property
    def language(self) -> Language:
        return self.proof.language

    def body(self) -> Body | None:
        """The blocks; too long a text is not parsed at all (that could take minutes)."""
        length = len(self.front.body)
        if length > LONGEST_BODY:
            given = {"length": str(length), "limit": str(LONGEST_BODY)}
            self.found.fault("body", "too-long", self.front.body_line, **given)
            return None
        return read_body(self.front.body, self.front.body_line, self.found, self.proof) or None

    def texts(self, room: int = 1) -> Texts:
        """The words, which may be `room` times as long as those of a source."""
        fields = self.fields
        picture = fields.inner("picture")
        texts = Texts(
            headline=fields.text("headline", room * LONGEST["headline"]),
            deck=fields.text("deck", room * LONGEST["deck"]),
            body=self.body(),
            caption=picture and picture.text("caption", room * LONGEST["caption"]),
            alt=picture and picture.text("alt", room * LONGEST["alt"]),
            source=fields.text("source", room * LONGEST["source"]),
            tags=fields.texts("tags", room * LONGEST["tags"], 20) or None,
            correction=fields.text("correction", room * LONGEST["correction"]),
        )
        for name in ("headline", "deck", "correction"):
            self.proof.read(getattr(texts, name), name, fields.line(name))
        if picture:
            self.proof.read(texts.caption, "picture.caption", picture.line("caption"))
            self.proof.read(texts.alt, "picture.alt", picture.line("alt"))
        return texts


def _is_source(entries: Mapping) -> bool:
    """A section makes a story; so does any field that only stories have, the section forgotten."""
    if _ABOUT & entries.entries.keys() or _misspelt_section(entries):
        return True
    picture = entries.entries.get("picture")
    return isinstance(picture, Mapping) and not picture.entries.keys() <= _PICTURE_WORDS


def _misspelt_section(entries: Mapping) -> bool:
    return any(
        nearest(name, _SOURCE) == "section" for name in entries.entries if name not in _SOURCE
    )


def _read_source(file: _File) -> Reading:
    fields, zone = file.fields, file.newsroom.editions[file.language].timezone
    fields.only(_SOURCE, {**dict.fromkeys(_EDITION - _WORDS, "only-in-edition"), **_TO_COME})
    texts = file.texts()
    fields.require("headline")
    change = cast("Change | None", fields.one_of("change", get_args(Change)))
    if change == "correction" and fields.absent("correction"):
        fields.fault("correction", "correction-without-text")
    kind, section = _kind(fields), _section(file)
    published, embargo = fields.instant("published", zone), fields.instant("embargo", zone)
    about = _about(file, section)
    if texts.body is None:
        file.found.note("body", "no-body")
    source = None
    if not file.found.faults:
        source = Source(
            language=file.language, kind=kind, section=section, published=published,
            embargo=embargo, texts=texts, **about,
        )  # fmt: skip
    return Reading(
        source=source, change=change, published=published, embargo=embargo, **_common(file)
    )


def _read_edition(file: _File) -> Reading:
    fields = file.fields
    fields.only(_EDITION, {**dict.fromkeys(_ABOUT, "only-in-source"), **_TO_COME})
    picture = fields.inner("picture")
    if picture:
        picture.only(_PICTURE_WORDS, dict.fromkeys(_PICTURE, "only-in-source"))
    texts, slug = file.texts(ROOM_OF_A_TRANSLATION), fields.text("slug", 80)
    translates = fields.text("translates", 100)
    if translates and not _DIGEST.fullmatch(translates):
        fields.fault("translates", "not-a-digest")
    approved = fields.one_of("review", ("approved",)) == "approved"
    if not texts.parts() and not file.found.faults:
        file.found.fault("headline", "nothing-said", file.front.fields.line, EXAMPLES["headline"])
    edition = None
    if not file.found.faults:
        edition = EditionText(edition=file.language, slug=slug, texts=texts, approved=approved)
    return Reading(edition=edition, translates=translates, **_common(file))


def _common(file: _File) -> dict[str, Any]:
    """What both kinds of file say; called last, when every fault has been found."""
    status = file.fields.one_of("status", get_args(Status)) or "usable"
    override = file.fields.flag("override")
    if not file.found.faults:
        file.proof.note(file.found)
    return {
        "faults": file.found.faults,
        "notes": file.found.notes,
        "language": file.key.language,
        "status": status,
        "override": override,
    }


def _kind(fields: Fields) -> Kind:
    node = fields.node("kind")
    if isinstance(node, Scalar) and node.text in KINDS_TO_COME:
        fields.fault("kind", "kind-to-come", given=node.text, known=", ".join(KINDS))
        return "news"
    return cast("Kind", fields.one_of("kind", KINDS) or "news")


def _section(file: _File) -> str:
    fields, known = file.fields, file.newsroom.sections
    if "section" not in fields.mapping.entries:
        kind = fields.node("kind")
        placeless = isinstance(kind, Scalar) and kind.text in {"flash", "page"}
        if not placeless and not _misspelt_section(fields.mapping):
            fields.fault("section", "section-missing", known=", ".join(known))
        return ""
    section = fields.text("section", 60)
    fields.require("section")
    return _known(fields, "section", section, known)


def _known(fields: Fields, name: str, text: str | None, known: Iterable[str]) -> str:
    if text is None or text in known:
        return text or ""
    guess, names = nearest(text, known), ", ".join(known)
    example = f"{name}: {guess}" if guess else EXAMPLES[name]
    fields.fault(name, f"unknown-{name}", example, given=text, nearest=guess, known=names)
    return ""


def _about(file: _File, section: str) -> dict[str, Any]:
    fields, newsroom = file.fields, file.newsroom
    release = cast("Release", fields.one_of("release", get_args(Release)) or "as-ready")
    if release == "as-ready" and not fields.absent("deadline"):
        fields.fault("deadline", "deadline-without-together", "release: together")
    return {
        "regions": _regions(fields, newsroom),
        "label": _label(fields, newsroom),
        "byline": _byline(fields, newsroom),
        "related": _related(fields),
        "coverage": fields.texts("coverage", 60, 10),
        "slug": fields.text("slug", 80),
        "sensitive": fields.flag("sensitive"),
        "picture": _picture(file),
        "release": release,
        "deadline": fields.instant("deadline", newsroom.editions[file.language].timezone),
        "policies": _policies(file, section),
    }


def _policies(file: _File, section: str) -> dict[Language, Policy]:
    """How each other edition of it is to be translated, where that is not as usual."""
    found = {
        edition: file.newsroom.translation.policy(section, edition)
        for edition in LANGUAGES
        if edition != file.language
    }
    return {edition: policy for edition, policy in found.items() if policy != Policy()}


def _regions(fields: Fields, newsroom: Newsroom) -> tuple[str, ...]:
    regions = fields.texts("regions", 60, 10)
    for region in regions:
        if region not in newsroom.regions:
            guess, names = nearest(region, newsroom.regions), ", ".join(newsroom.regions)
            example = f"regions: [{guess}]" if guess else None
            fields.fault(
                "regions", "unknown-region", example, given=region, nearest=guess, known=names
            )
    return regions


def _label(fields: Fields, newsroom: Newsroom) -> str | None:
    label = fields.text("label", 60)
    known = {**newsroom.regions, **newsroom.sections, **dict.fromkeys(KINDS)}
    return _known(fields, "label", label, known) or None


def _byline(fields: Fields, newsroom: Newsroom) -> tuple[str, ...]:
    byline = fields.texts("byline", 80, 10)
    for author in byline:
        if author not in newsroom.authors:
            guess = nearest(author, newsroom.authors)
            fields.found.note("byline", "unknown-author", given=author, nearest=guess)
    return byline


def _related(fields: Fields) -> tuple[str, ...]:
    """Stems of inbox keys; an editor may also write the whole key of the other file."""
    stems = []
    for written in fields.texts("related", 1024, 20):
        key = story_key(written)
        if not written.startswith(INBOX):
            fields.found.note("related", "related-not-a-key", given=written[:100])
        stems.append(key.stem if key else written)
    return tuple(stems)


def _picture(file: _File) -> PictureWish | None:
    fields = file.fields.inner("picture")
    if fields is None:
        return None
    fields.only(_PICTURE, {})
    name, credit = fields.text("file", 200), fields.text("credit", 200)
    for needed in ("file", "credit"):
        fields.require(needed)
    if fields.absent("alt") and fields.absent("caption"):
        fields.fault("alt", "alt-or-caption")
    if name and not _plain_name(name):
        fields.fault("file", "picture-name", given=name, known=" ".join(PICTURE_ENDINGS))
    focus = fields.pair("focus")
    if name is None or credit is None:
        return None
    return PictureWish(key=beside(file.key.key, name), credit=credit, focus=focus or (0.5, 0.5))


def _plain_name(name: str) -> bool:
    """A file of the story's own folder: no way up, down or elsewhere."""
    return (
        not re.search(r"[/\\]", name)
        and not name.startswith(".")
        and name.lower().endswith(PICTURE_ENDINGS)
    )
