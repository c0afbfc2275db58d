"""What readers are told of a translation: who made it, who read it, and what it lacks."""

from collections.abc import Iterator
from dataclasses import dataclass

from shared.editions.translators import translator
from shared.news.article import Article, BlockOrigin
from shared.news.units import flow_of
from shared.news.wording import BODY, BlockState
from shared.pages.voice import Voice

_MEMORY = "memory"
_ORIGIN: dict[BlockState, str] = {"machine": "machine", "reviewed": "reviewed", "locked": "person"}


@dataclass(frozen=True)
class Notice:
    """What stands above a text, and what its link to the original says."""

    component: str
    says: str
    link: str


def notices(article: Article, voice: Voice) -> Iterator[Notice]:
    """Who translated and reviewed it, wholly or in part; whether it lacks what is newer.

    A machine's part is always told. The memory holds sentences that people wrote or approved:
    that is a translation, but no automatic one. A text that is a person's own throughout is the
    desk's work like any other. Test translations have their banner instead.
    """
    labels, source = voice.labels, article.source_language
    told = [*_translated(article, voice)]
    if article.waiting == "update":
        told.append(voice.of_original(labels.older, source))
    if told:
        link = voice.of_original(labels.original, source)
        yield Notice("disclosure", " ".join(told), link)
    if article.waiting == "correction":
        mixed = any(one.outdated for one in article.blocks)
        says = voice.of_original(labels.corrected_parts if mixed else labels.corrected, source)
        yield Notice("correction", says, voice.of_original(labels.corrected_original, source))


def _translated(article: Article, voice: Voice) -> Iterator[str]:
    made = [one for one in article.blocks if _engines(one)]
    if not made or "pseudo" in article.engines():
        return
    engines = list(dict.fromkeys(engine for one in made for engine in _engines(one)))
    names = [translator(one) for one in engines if one != _MEMORY]
    automatic = bool(names)
    if _MEMORY in engines:
        names.append(voice.labels.memory)
    own = any(one.state == "locked" for one in article.blocks)
    pattern = voice.labels.machine_parts if own else voice.labels.machine
    yield voice.translated(
        pattern if automatic else voice.labels.translated, article.source_language, names
    )
    reviewed = [one for one in made if one.state == "reviewed"]
    if len(reviewed) == len(made):
        yield voice.labels.reviewed
    elif reviewed:
        yield voice.labels.reviewed_parts
    elif automatic:
        yield voice.labels.unreviewed


def body_origins(article: Article) -> tuple[str, ...]:
    """Where each block of the body comes from, for programs; empty where nothing is to be told."""
    body = article.texts.body or ()
    if any(one.id == BODY for one in article.blocks):
        return (_ORIGIN["locked"],) * len(body)
    blocks = (one for one in article.blocks if flow_of(one.id) == "body")
    return tuple(_ORIGIN.get(one.state, "") for one in blocks)


def _engines(block: BlockOrigin) -> list[str]:
    """The engines whose words a block has, approved by a person or not."""
    return [one for one in block.by.split("+") if one not in {"", "source", "person"}]
