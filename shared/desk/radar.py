"""What ranking wants the desk to look at, in the desk's language: what it means, what to do.

Hours of a story whose readers look forged; and stories that are hot in one edition while another
lacks them, or shows an older text than the newest.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from shared.desk.markdown import code, text
from shared.desk.messages import filled, isolated, says_flag
from shared.desk.ports import Row
from shared.desk.readable import edition_said
from shared.desk.words import WORDS, Words
from shared.editions.dates import moment
from shared.editions.registry import EDITIONS
from shared.news.keys import PICKS_KEY, story_key
from shared.news.language import LANGUAGES, Language
from shared.news.newsroom import Newsroom
from shared.news.ranking import Flag, Hot, Radar

MOST = 20
"""Flags that are shown; the rest are in the overview's JSON."""
HALF = 50
"""Percent."""


def stories_seen(radar: Radar | None) -> tuple[str, ...]:
    """The stories of which something is said."""
    if radar is None:
        return ()
    flagged = [flag.story for flag in _newest(radar.flags)[:MOST]]
    return tuple(dict.fromkeys([*flagged, *(hot.story for hot in radar.hot)]))


def seen_by(radar: Radar, rows: Mapping[str, Row], newsroom: Newsroom) -> Iterator[str]:
    """The parts of the overview, as Markdown; none where there is nothing to say."""
    words = WORDS[newsroom.desk_language]
    until = filled(words.counted_until, {"moment": _moment(radar.as_of, newsroom)})
    given = {"file": code(PICKS_KEY, newsroom.desk_language)}
    if radar.flags:
        given["kappa"] = str(newsroom.most_read.kappa)
        yield f"## {words.forged}"
        yield f"{filled(words.forged_says, given)} {until}"
        yield "\n".join(_flags(_newest(radar.flags), rows, newsroom))
    if gaps := [*_gaps(radar.hot, rows, newsroom)]:
        yield f"## {words.gaps}"
        yield f"{filled(words.gaps_says, given)} {until}"
        yield "\n".join(gaps)


# --- flags ---------------------------------------------------------------------------------------


def _newest(flags: Iterable[Flag]) -> list[Flag]:
    """The newest of each story, edition and reason."""
    once: dict[tuple[str, Language, str], Flag] = {}
    for flag in flags:
        once.setdefault((flag.story, flag.edition, flag.why), flag)
    return [*once.values()]


def _flags(flags: list[Flag], rows: Mapping[str, Row], newsroom: Newsroom) -> Iterator[str]:
    language = newsroom.desk_language
    words = WORDS[language]
    for flag in flags[:MOST]:
        headline = rows[flag.story].headline if flag.story in rows else flag.story
        where = f"{words.editions[flag.edition]} · {_moment(flag.hour, newsroom)}"
        yield f"- {isolated(text(headline), language)} · {where}. {_says(flag, language)}"
    if len(flags) > MOST:
        given = {"number": str(len(flags) - MOST), "file": code("receipts/index.json", language)}
        yield f"- {filled(words.more, given)}"


def _says(flag: Flag, language: Language) -> str:
    numbers = ("views", "visitors", "networks", "readers", "phones")
    given = {name: str(getattr(flag, name)) for name in numbers}
    why = "no-phones" if flag.why == "phones" and flag.phones < HALF else flag.why
    follows = "out" if flag.out else "counts"
    return f"{says_flag(why, language, given)} {says_flag(follows, language, given)}"


# --- gaps ----------------------------------------------------------------------------------------


def _gaps(hot: Iterable[Hot], rows: Mapping[str, Row], newsroom: Newsroom) -> Iterator[str]:
    """Each story that is hot somewhere and not as it should be elsewhere, the hottest first."""
    words, language = WORDS[newsroom.desk_language], newsroom.desk_language
    by_story: dict[str, list[Hot]] = {}
    for one in sorted(hot, key=lambda one: (one.place, -one.readers, one.story)):
        by_story.setdefault(one.story, []).append(one)
    for story, places in by_story.items():
        row = rows.get(story)
        lacking = [*_lacking(row, words, language)] if row else []
        if row and lacking:
            yield f"- {isolated(text(row.headline), language)}"
            yield from (f"  - {_hot(one, words)}" for one in places)
            yield from (f"  - {line}" for line in lacking)


def _hot(hot: Hot, words: Words) -> str:
    given = {"place": str(hot.place), "readers": str(hot.readers)}
    return filled(words.hot, given | {"edition": words.editions[hot.edition]})


def _lacking(row: Row, words: Words, language: Language) -> Iterator[str]:
    """The editions that lack the story, or show what is not its newest version."""
    key = story_key(row.uploads[0].upload)
    if row.state == "withdrawn" or key is None:
        return
    for edition in LANGUAGES:
        told = row.editions.get(edition)
        if told and (told.state != "live" or told.stale or told.reason):
            own = filled(words.own_text, {"file": code(f"{key.stem}.{edition}.md", language)})
            yield f"{words.editions[edition]}: {edition_said(told, language)} {own}"


def _moment(at: datetime, newsroom: Newsroom) -> str:
    language = newsroom.desk_language
    return moment(at, EDITIONS[language], newsroom.editions[language])
