"""A story file: a story as its editor wrote it, or a person's words for one edition."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast, get_args

from shared.editions.quotes import style
from shared.intake.body import read_body
from shared.intake.fields import EXAMPLES, Fields, meant
from shared.intake.findings import Findings, nearest
from shared.intake.frontmatter import Front, read_front
from shared.intake.media import (
    LONGEST_CAPTION,
    LONGEST_CELL,
    LONGEST_SPEECH,
    MOST_PICTURES,
    PICTURE,
    PICTURE_WORDS,
    Speech,
    read_data,
    read_gallery,
    read_legends,
    read_picture,
    read_speech,
    read_video,
)
from shared.intake.proof import Proof
from shared.intake.yaml_tree import Mapping, Scalar, Sequence
from shared.news.blocks import Body
from shared.news.faults import Fault, Note
from shared.news.keys import ABOUT, INBOX, TAKEN, StoryKey, page_name, story_key, story_of
from shared.news.language import LANGUAGES, Language
from shared.news.newsroom import Newsroom
from shared.news.policy import Policy
from shared.news.story import (
    PLACELESS,
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
LONGEST_POST = 20_000
"""A page has thirty of them."""
LONGEST: dict[Part, int] = {
    "headline": 200, "deck": 500, "caption": 1000, "alt": 500, "source": 200, "tags": 60,
    "correction": 1000, "transcript": LONGEST_SPEECH, "table": LONGEST_CELL,
    "pictures": LONGEST_CAPTION,
}  # fmt: skip
"""Characters of a source's words; of each tag."""
LONGEST_FLASH = 100
"""Its translations, too, have to fit three lines of a phone."""
ROOM_OF_A_TRANSLATION = 3
"""A machine's words may be much longer than the source's, and come back as a person's."""
KINDS: tuple[str, ...] = get_args(Kind)
_WORDS = frozenset({
    "headline", "deck", "picture", "source", "tags", "correction", "slug", "captions", "transcript",
    "data", "pictures",
})  # fmt: skip
_ABOUT = frozenset({
    "section", "kind", "regions", "label", "byline", "published", "related", "coverage",
    "status", "change", "embargo", "release", "deadline", "sensitive", "override", "video",
    "programme", "link", "expires",
})  # fmt: skip
_TO_COME = dict.fromkeys(("pin", "ban"), "field-to-come")
_OF_KIND: dict[Kind, tuple[str, ...]] = {
    "video": ("video", "picture"),
    "gallery": ("pictures",),
    "infographic": ("picture", "data"),
    "flash": ("expires",),
}
"""What stories of these kinds must have."""
_FOR_KIND: dict[str, Kind] = {
    "video": "video", "programme": "video", "captions": "video", "transcript": "video",
    "pictures": "gallery", "data": "infographic", "link": "flash", "expires": "flash",
}  # fmt: skip
"""What only they can have."""
_SOURCE = _WORDS | _ABOUT
ENDED = "ended"
"""The status of a live page that is over; it stays where it is."""
_FLASH = frozenset({
    "headline", "kind", "link", "expires", "published", "status", "change", "correction",
    "embargo", "sensitive", "override",
})  # fmt: skip
_POST = frozenset({
    "headline", "kind", "byline", "picture", "source", "published", "status", "change",
    "correction", "embargo", "sensitive", "override",
})  # fmt: skip
_PAGE = frozenset({
    "headline", "deck", "kind", "picture", "source", "published", "status", "change", "correction",
    "embargo", "release", "deadline", "override",
})  # fmt: skip
_EDITION = _WORDS | {"translates", "review"}
_ELSEWHERE = re.compile(r"https://[^\s\\]+")
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


def read_story(
    key: StoryKey,
    content: bytes,
    newsroom: Newsroom,
    size: int = 0,
    media_hosts: tuple[str, ...] = (),
) -> Reading:
    """Everything that the file says, or every fault of it; never an exception.

    `size` is the file's true size where `content` may be only its beginning; `media_hosts` are
    the addresses that videos may come from, as pages' Content-Security-Policy has them.
    """
    found = Findings()
    _check_name(key, found)
    front = read_front(content, max(size, len(content)), found)
    if front is None:
        return Reading(found.faults, found.notes, key.language)
    language = key.language or newsroom.desk_language
    proof = Proof(language, style(language, newsroom.editions[language]))
    file = _File(key, front, newsroom, Fields(front.fields, found), proof, media_hosts)
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
    media_hosts: tuple[str, ...]

    @property
    def found(self) -> Findings:
        return self.fields.found

    @property
    def language(self) -> Language:
        return self.proof.language

    @property
    def kind(self) -> str:
        """The kind that the file names, known or not."""
        node = self.fields.node("kind")
        return node.text if isinstance(node, Scalar) else ""

    def body(self) -> Body | None:
        """The blocks; too long a text is not parsed at all (that could take minutes)."""
        length = len(self.front.body)
        if length > LONGEST_BODY:
            given = {"length": str(length), "limit": str(LONGEST_BODY)}
            self.found.fault("body", "too-long", self.front.body_line, **given)
            return None
        return read_body(self.front.body, self.front.body_line, self.found, self.proof) or None

    def texts(self, speech: Speech, room: int = 1) -> Texts:
        """The words, which may be `room` times as long as those of a source."""
        fields = self.fields
        picture = fields.inner("picture")
        headline = LONGEST_FLASH if self.kind == "flash" else LONGEST["headline"]
        texts = Texts(
            headline=fields.text("headline", room * headline),
            deck=fields.text("deck", room * LONGEST["deck"]),
            body=self.body(),
            caption=picture and picture.text("caption", room * LONGEST["caption"]),
            alt=picture and picture.text("alt", room * LONGEST["alt"]),
            source=fields.text("source", room * LONGEST["source"]),
            tags=fields.texts("tags", room * LONGEST["tags"], 20) or None,
            correction=fields.text("correction", room * LONGEST["correction"]),
            transcript=speech.said,
            table=read_data(fields, self.proof, room),
            pictures=read_legends(fields, self.proof, room),
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
    picture, pictures = entries.entries.get("picture"), entries.entries.get("pictures")
    if isinstance(picture, Mapping) and not picture.entries.keys() <= PICTURE_WORDS:
        return True
    listed = pictures.items if isinstance(pictures, Sequence) else []
    return any(isinstance(one, Mapping) and "credit" in one.entries for one in listed)


def _misspelt_section(entries: Mapping) -> bool:
    return any(meant(name, _SOURCE) == "section" for name in entries.entries if name not in _SOURCE)


def _read_source(file: _File) -> Reading:
    fields, zone = file.fields, file.newsroom.editions[file.language].timezone
    elsewhere = {**dict.fromkeys(_EDITION - _WORDS, "only-in-edition"), **_TO_COME}
    if file.kind == "flash":
        fields.only(_FLASH, dict.fromkeys(_SOURCE, "not-in-flash") | elsewhere)
    elif file.kind == "post":
        fields.only(_POST, dict.fromkeys(_SOURCE | _FLASH, "not-in-post") | elsewhere)
    elif file.kind == "page":
        fields.only(_PAGE, dict.fromkeys(_SOURCE, "not-in-page") | elsewhere)
        _check_page(file)
    else:
        fields.only(_SOURCE, elsewhere)
    speech = read_speech(fields, file.proof)
    texts = file.texts(speech)
    if file.kind != "post":
        fields.require("headline")
    change = cast("Change | None", fields.one_of("change", get_args(Change)))
    if change == "correction" and fields.absent("correction"):
        fields.fault("correction", "correction-without-text")
    kind, section = _kind(fields), _section(file)
    published, embargo = fields.instant("published", zone), fields.instant("embargo", zone)
    about = _about(file, section) | {
        "pictures": read_gallery(fields, file.key.key),
        "video": read_video(fields, file.media_hosts, speech.cues),
        "over": kind == "live" and fields.text("status", 60) == ENDED,
    }
    _check_kind(fields, kind)
    if kind == "flash":
        about |= _flash(file, texts, zone)
    elif kind == "post":
        about |= _post(file, texts)
    elif texts.body is None and kind not in _OF_KIND:
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


def _post(file: _File, texts: Texts) -> dict[str, Any]:
    """The live page that a post belongs to: the one whose file is named as the post's folder."""
    folder, length = file.key.stem.rpartition("/")[0], len(file.front.body)
    if f"{folder}/" == INBOX:
        file.found.fault("kind", "post-without-folder", example=f"{INBOX}river-live/0930.en.md")
    if texts.body is None and length <= LONGEST_BODY:
        file.found.fault("body", "post-without-text", file.front.body_line)
    if length > LONGEST_POST:
        given = {"length": str(length), "limit": str(LONGEST_POST)}
        file.found.fault("body", "too-long", file.front.body_line, **given)
    return {"live": story_of(folder)}


def _flash(file: _File, texts: Texts, zone: str) -> dict[str, Any]:
    """Where a flash leads, to an address or a story, and until when it runs."""
    fields = file.fields
    if texts.body is not None:
        file.found.fault("body", "flash-with-body", file.front.body_line, EXAMPLES["headline"])
    link, story = fields.text("link", 1024), None
    if link and not _ELSEWHERE.fullmatch(link):
        story = story_key(link if link.endswith(".md") else f"{link}.md")
        if story is None:
            fields.fault("link", "not-a-link", given=link[:100])
    return {
        "expires": fields.instant("expires", zone),
        "link": None if story else link,
        "about": story.story if story else None,
    }


def _read_edition(file: _File) -> Reading:
    fields = file.fields
    fields.only(_EDITION, {**dict.fromkeys(_ABOUT, "only-in-source"), **_TO_COME})
    picture = fields.inner("picture")
    if picture:
        picture.only(PICTURE_WORDS, dict.fromkeys(PICTURE, "only-in-source"))
    for one in fields.entries("pictures", MOST_PICTURES):
        one.only(PICTURE_WORDS | {"file"}, dict.fromkeys(PICTURE, "only-in-source"))
        one.require("file")
    speech = read_speech(fields, file.proof, ROOM_OF_A_TRANSLATION)
    texts, slug = file.texts(speech, ROOM_OF_A_TRANSLATION), fields.text("slug", 80)
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
    given = file.fields.one_of("status", _statuses(file.kind)) or "usable"
    status = "usable" if given == ENDED else given
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


def _statuses(kind: str) -> tuple[str, ...]:
    return (*get_args(Status), ENDED) if kind == "live" else get_args(Status)


def _kind(fields: Fields) -> Kind:
    return cast("Kind", fields.one_of("kind", KINDS) or "news")


def _check_kind(fields: Fields, kind: Kind) -> None:
    """Whether it has what its kind must have, and nothing that is another kind's."""
    for name in _OF_KIND.get(kind, ()):
        fields.require(name)
    for name, only in _FOR_KIND.items():
        if kind != only and not fields.absent(name):
            fields.fault(name, "only-for-kind", f"kind: {only}", given=only)


def _check_page(file: _File) -> None:
    """The name of a static page is its address in every edition."""
    if page_name(file.key.key) is None:
        example, known = f"{ABOUT}about.{file.language}.md", ", ".join(TAKEN)
        given = {"given": file.key.key, "folder": ABOUT, "known": known}
        file.fields.fault("kind", "page-elsewhere", example, **given)


def _section(file: _File) -> str:
    fields, known = file.fields, file.newsroom.sections
    if "section" not in fields.mapping.entries:
        if file.kind not in {*PLACELESS, "page"} and not _misspelt_section(fields.mapping):
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
        "regions": _all_known(fields, "regions", newsroom.regions),
        "label": _label(fields, newsroom),
        "byline": _byline(fields, newsroom),
        "related": _related(fields),
        "within": newsroom.within(section),
        "programme": _known(fields, "programme", fields.text("programme", 60), newsroom.programmes)
        or None,
        "coverage": _all_known(fields, "coverage", newsroom.coverage),
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


def _all_known(fields: Fields, name: str, known: Iterable[str]) -> tuple[str, ...]:
    """A list of ids of the configuration."""
    written = fields.texts(name, 60, 10)
    for one in written:
        if one not in known:
            guess, names = nearest(one, known), ", ".join(known)
            example = f"{name}: [{guess}]" if guess else None
            rule = "unknown-region" if name == "regions" else "unknown-coverage"
            fields.fault(name, rule, example, given=one, nearest=guess, known=names)
    return written


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
    return read_picture(fields, file.key.key) if fields else None
