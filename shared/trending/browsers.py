"""Which user agents are people's browsers.

First the shape that all browsers have kept for decades, then what programs say of themselves. A
program that says it is a browser is one here; what it can do to a list is bounded elsewhere.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal
from urllib.parse import unquote_to_bytes

Kind = Literal["phone", "desk", "robot", "unclassified"]
"""What reads: `desk` is every browser that is not on a phone."""

MOST = 5_000
"""User agents that are looked at in one object, and remembered; who sends more of them forges."""
SHAPES = (b"mozilla/5.0 (", b"mozilla/4.0 (", b"opera/9.")
ENGINES = (b"applewebkit/", b"gecko/", b"khtml", b"trident/", b"msie ", b"presto/")
PHONES = (b"mobi", b"iphone", b"ipod", b"windows phone")
PROGRAMS = tuple(
    b"bot crawl spider slurp scrap fetch monitor scan preview headless lighthouse phantomjs"
    b" selenium webdriver puppeteer playwright cypress http: https: www. @ feed rss/ archiv validat"
    b" check pingdom probe uptime pagespeed gtmetrix site24x7 catchpoint ruxit dynatrace datadog"
    b" newrelic ptst/ prerender rendertron externalhit externalagent embedly whatsapp telegram"
    b" mediapartners adsense google- googleother imageproxy webcache chatgpt openai anthropic"
    b" claude perplexity bytedance cohere python java/ curl wget libwww perl ruby php go-http"
    b" okhttp axios node- httpclient httrack nikto nmap masscan zgrab sqlmap nuclei".split()
)
"""What crawlers, monitors, previews and scripts say of themselves."""
NO_PROGRAM = b"cubot"
"""Makes phones."""
COMPATIBLE, WITH = b"(compatible; ", (b"msie", b"konqueror")
"""Only very old browsers still say so first."""
_PROGRAM = re.compile(b"|".join(map(re.escape, PROGRAMS)))
_USUAL = re.compile(
    rb"mozilla/5\.0 \(([^()]*)\) (?:applewebkit|gecko)/[\d.]+(?: \(khtml, like gecko\))?"
    rb"(?: (?:version|chrome|crios|safari|firefox|fxios|edga?|edgios|opr|samsungbrowser)/[\d.]+"
    rb"| mobile(?:/\d\d[a-z]\d+)?)*"
)
"""Browsers that name nothing unusual; only what they say in brackets has to be looked through."""
_FIGURES = bytes.maketrans(b"123456789", b"000000000")


@lru_cache(maxsize=2 * MOST)
def kind_of(agent: bytes) -> Kind:
    """What a logged (URL-encoded) user agent is, by its own words. Older logs encode twice."""
    said = agent.lower().replace(b"%20", b" ")
    if b"%" in said:
        said = unquote_to_bytes(unquote_to_bytes(said)).lower()
    said = said.replace(NO_PROGRAM, b"")
    usual = _USUAL.fullmatch(said)
    if not usual and not (said.startswith(SHAPES) and _has(said, ENGINES)):
        return "robot"
    if _PROGRAM.search(usual[1] if usual else said):
        return "robot"
    if COMPATIBLE in said and not _has(said, WITH):
        return "robot"
    return "phone" if _has(said, PHONES) else "desk"


def _has(said: bytes, words: tuple[bytes, ...]) -> bool:
    return any(map(said.__contains__, words))


@dataclass
class Browsers:
    """Looks at every user agent of an object once; those that differ in figures alone are one."""

    agents: dict[bytes, Kind] = field(default_factory=dict)
    _shapes: dict[bytes, Kind] = field(default_factory=dict)

    def look_at(self, agent: bytes) -> Kind:
        """What a user agent is that `agents` does not know yet."""
        shape = agent.translate(_FIGURES)
        kind = self._shapes.get(shape)
        if kind is None:
            if len(self._shapes) >= MOST:
                return "unclassified"
            self._shapes[shape] = kind = kind_of(agent)
        if len(self.agents) < MOST:
            self.agents[agent] = kind
        return kind
