"""Keys of the newsroom bucket: what a file's name says before it is opened."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from shared.ids import short_id
from shared.news.language import LANGUAGES, Language

INBOX = "inbox/"
ABOUT = f"{INBOX}pages/"
"""Where the pages about the outlet lie: their names are their addresses."""
CONFIG = "config/"
CONFIG_KEY = "config/newsroom.yaml"
MEMORY_KEY = "config/memory.tmx"
PICKS_KEY = "config/most-read.yaml"
GLOSSARY_KEY = "config/glossary.csv"
GLOSSARY_TMX_KEY = "config/glossary.tmx"
GLOSSARY_KEYS = (GLOSSARY_KEY, GLOSSARY_TMX_KEY)
NEWSROOM_LOG = "newsroom"
LONGEST_KEY = 1024
ROOM = 120
"""Bytes for a version and an ending behind a name."""
PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
XLIFF_ENDINGS = (".xlf", ".xliff")
_PAGE = re.compile(r"inbox/pages/([a-z0-9]+(?:-[a-z0-9]+)*)")
TAKEN = ("most-read", "breaking", "live", "search")
"""How addresses of ours begin that stand where static pages do."""
_STORY = re.compile(r"^(?P<stem>.*?)(?:\.(?P<language>[A-Za-z]{2}))?\.(?:md|xlf|xliff)$", re.DOTALL)


@dataclass(frozen=True)
class StoryKey:
    """The key of a story file: `stem` is the key without language suffix and ending."""

    key: str
    stem: str
    language: Language | None

    @property
    def is_xliff(self) -> bool:
        """It is the file of a translator, and never a story's own."""
        return self.key.endswith(XLIFF_ENDINGS)

    @property
    def story(self) -> str:
        return short_id(self.stem)


def story_key(key: str) -> StoryKey | None:
    """What the name of a Markdown or XLIFF file says; None for any other file."""
    match = _STORY.match(key)
    if not match or not key.startswith(INBOX):
        return None
    suffix = match["language"]
    known = next((code for code in LANGUAGES if code == (suffix or "").lower()), None)
    stem = match["stem"] if known or not suffix else f"{match['stem']}.{suffix}"
    return StoryKey(key, stem, known)


def story_of(stem: str) -> str:
    """The id of the story whose inbox key, without language suffix and ending, is `stem`."""
    return short_id(stem)


def page_name(key: str) -> str | None:
    """The name of a static page by its file's key; None where no address can be made of it."""
    story = story_key(key)
    match = _PAGE.fullmatch(story.stem) if story else None
    return None if match is None or match[1].startswith(TAKEN) else match[1]


def is_picture(key: str) -> bool:
    return key.startswith(INBOX) and key.lower().endswith(PICTURE_ENDINGS)


def log_of(key: str) -> str:
    """The log that an upload belongs to: its story's, the newsroom's, or its own.

    `inbox/a/river` and `inbox/a/river.en.md` have nothing to do with each other.
    """
    if key == CONFIG_KEY:
        return NEWSROOM_LOG
    story = story_key(key)
    return story.story if story else short_id(f"file:{key}")


def beside(key: str, name: str) -> str:
    """The key of a file named in a story: in the story's own folder."""
    return str(PurePosixPath(key).parent / name)


def receipt_stem(key: str) -> str:
    """Where the receipts of an upload begin: `inbox/a/b.en.md` gives `receipts/a/b.en.md`.

    Names that the desk's own files have keep their `inbox/`.
    """
    inside = key.removeprefix(INBOX)
    taken = inside.startswith("config/") or inside == "index"
    return _fitting(f"receipts/{key if taken else inside}")


def receipt_key(key: str) -> str:
    """The present receipt of an upload, as people read it."""
    return f"{receipt_stem(key)}.md"


def export_key(stem: str, edition: Language, ending: str = ".md") -> str:
    """Where an edition's text is exported for people to edit."""
    return f"{_fitting(f'translations/{stem.removeprefix(INBOX)}')}.{edition}{ending}"


def _fitting(name: str) -> str:
    """The name, or a short one in its stead where S3 has no room for what follows it."""
    if len(name.encode()) + ROOM <= LONGEST_KEY:
        return name
    return f"{name.partition('/')[0]}/long-names/{short_id(name)}"
