"""A video as a page shows it: its type, its captions as WebVTT, its transcript with times."""

from shared.news.article import Article
from shared.news.blocks import plain

_TYPES = {"m3u8": "application/vnd.apple.mpegurl", "webm": "video/webm", "mp4": "video/mp4"}


def media_type(address: str) -> str:
    """What browsers are told of the file, so that they need not look."""
    return _TYPES.get(address.partition("?")[0].rpartition(".")[2].lower(), "")


def transcript(article: Article) -> tuple[tuple[int | None, str], ...]:
    """What is said, and in which second; without it where nobody has told."""
    said = tuple(plain(one.spans) for one in article.texts.transcript or ())
    cues = article.video.cues if article.video and article.captions else ()
    times = tuple(cue.start // 1000 for cue in cues) or (None,) * len(said)
    return tuple(zip(times, said, strict=True))


def webvtt(article: Article) -> str:
    """The cues, each in the edition's words."""
    cues = article.video.cues if article.video else ()
    said = (plain(one.spans) for one in article.texts.transcript or ())
    return "".join(
        f"\n{_stamp(cue.start)} --> {_stamp(cue.end)}\n{_as_cue(text)}\n"
        for cue, text in zip(cues, said, strict=True)
    )


def _stamp(moment: int) -> str:
    seconds, rest = divmod(moment, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{rest:03}"


def _as_cue(text: str) -> str:
    """Text that has no tags, and no arrow that would begin another cue."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
