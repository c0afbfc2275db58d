"""CloudFront's cache as pure rules: what is kept, for how long, under which key.

Times are seconds of the caller's clock.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

Headers = Mapping[str, str]
"""Names in lower case."""


@dataclass(frozen=True)
class Answer:
    """What the distribution answered; `origin_status` is what its origin had said."""

    status: int
    headers: Headers
    body: bytes
    origin_status: int


@dataclass(frozen=True)
class Pick:
    """Which headers, cookies or query strings belong to the cache key."""

    behavior: Literal["none", "whitelist", "allExcept", "all"] = "none"
    names: frozenset[str] = frozenset()

    def of(self, given: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
        match self.behavior:
            case "none":
                return ()
            case "whitelist":
                picked = given.keys() & self.names
            case "allExcept":
                picked = given.keys() - self.names
            case "all":
                picked = set(given)
        return tuple((name, given[name]) for name in sorted(picked))


@dataclass(frozen=True)
class Policy:
    """A cache policy."""

    min_ttl: int
    default_ttl: int
    max_ttl: int
    gzip: bool = False
    headers: Pick = Pick()
    cookies: Pick = Pick()
    queries: Pick = Pick()


@dataclass(frozen=True)
class Life:
    """Seconds that an answer is fresh (0: not kept), and then may still be given.

    `revalidating` while it is fetched anew behind the reader's back, `on_error` where that fails.
    """

    fresh: float
    revalidating: float = 0
    on_error: float = float("inf")


def directives(cache_control: str) -> dict[str, str]:
    """The parts of a Cache-Control header; those without a value have ""."""
    parts = (part.strip().partition("=") for part in cache_control.lower().split(",") if part)
    return {name.strip(): value.strip(' "') for name, _, value in parts}


def life_of(headers: Headers, policy: Policy) -> Life:
    """How long an answer without error is kept (CloudFront never reads Pragma)."""
    said = directives(headers.get("cache-control", ""))
    if said.keys() & {"no-store", "no-cache", "private"}:
        return Life(policy.min_ttl)
    wanted = _seconds(said, "s-maxage", _seconds(said, "max-age", policy.default_ttl))
    return Life(
        fresh=min(max(wanted, policy.min_ttl), policy.max_ttl),
        revalidating=_seconds(said, "stale-while-revalidate", 0),
        # Without the directive CloudFront gives the expired page for as long as it has it.
        on_error=_seconds(said, "stale-if-error", float("inf")),
    )


def _seconds(said: Mapping[str, str], name: str, otherwise: float) -> float:
    value = said.get(name, "")
    return int(value) if value.isdecimal() else otherwise


class State(Enum):
    """What may be done with a kept answer now."""

    FRESH = "give it"
    STALE = "give it, and fetch it anew meanwhile"
    EXPIRED = "ask the origin whether it still stands"


@dataclass(frozen=True)
class Kept:
    """An answer in the cache. `asked` is when its request to the origin began."""

    answer: Answer
    asked: float
    life: Life
    tags: frozenset[str] = frozenset()
    paths: frozenset[str] = frozenset()

    def state(self, now: float) -> State:
        late = now - self.asked - self.life.fresh
        if late < 0:
            return State.FRESH
        return State.STALE if late < self.life.revalidating else State.EXPIRED

    def helps_on_error(self, now: float) -> bool:
        return now - self.asked - self.life.fresh < self.life.on_error


@dataclass
class Cache:
    """Answers by key. An invalidation is remembered instead of carried out.

    So an answer that was asked for before an invalidation and comes in after it is not kept either.
    """

    _kept: dict[object, Kept] = field(default_factory=dict)
    _tags: dict[str, float] = field(default_factory=dict)
    _paths: dict[str, float] = field(default_factory=dict)

    def find(self, key: object) -> Kept | None:
        kept = self._kept.get(key)
        return kept if kept and self._valid(kept) else None

    def keep(self, key: object, kept: Kept) -> None:
        if kept.life.fresh > 0:
            self._kept[key] = kept
        else:
            self._kept.pop(key, None)

    def invalidate(self, items: Iterable[str], now: float) -> None:
        """Each item is `#<tag>`, or a path that may end in `*`."""
        for item in items:
            if item.startswith("#"):
                self._tags[item[1:]] = now
            else:
                self._paths[item if item.startswith("/") else f"/{item}"] = now

    def _valid(self, kept: Kept) -> bool:
        if any(self._tags.get(tag, -1) >= kept.asked for tag in kept.tags):
            return False
        since = (path for path, at in self._paths.items() if at >= kept.asked)
        return not any(_covers(pattern, kept.paths) for pattern in since)


def _covers(pattern: str, paths: Collection[str]) -> bool:
    if pattern.endswith("*"):
        return any(path.startswith(pattern[:-1]) for path in paths)
    return pattern in paths


def fits(pattern: str, path: str) -> bool:
    """Whether a cache behaviour's path pattern (`*`, `?`, optional slash) is for the path."""
    parts = {"*": ".*", "?": "."}
    regex = "".join(parts.get(letter, re.escape(letter)) for letter in pattern.removeprefix("/"))
    return re.fullmatch(f"/{regex}", path) is not None
