"""User agents: the shapes that browsers really send, and those of programs."""

from collections.abc import Iterator

_APPLE = "AppleWebKit/537.36 (KHTML, like Gecko)"
_IOS = "AppleWebKit/605.1.15 (KHTML, like Gecko)"
_CHROMES = range(139, 149)
_FIREFOXES = range(138, 147)
_DESKTOPS = (
    "Windows NT 10.0; Win64; x64",
    "Macintosh; Intel Mac OS X 10_15_7",
    "X11; Linux x86_64",
)
_IPHONES = ("17_6_1", "17_7", "18_1_1", "18_3", "18_5", "18_6", "18_6_2", "18_7", "26_0", "26_1")
_PHONES = (
    "SM-A057F", "SM-A065F", "SM-A145R", "SM-A155F", "SM-A165F", "SM-A256B", "SM-A346E", "SM-A546E",
    "SM-G991B", "SM-S911B", "SM-S921B", "SM-S928B", "Redmi Note 12", "Redmi 13C", "23053RN02A",
    "2312DRA50G", "22101316G", "Pixel 7", "Pixel 8a", "Pixel 9", "moto g54 5G", "moto g(30)",
    "CPH2591", "CPH2669", "V2318", "Infinix X6525", "TECNO BG6", "TECNO KJ5", "itel A665L",
    "ANE-LX1", "JNY-LX1", "RMX3830", "RMX3939", "LM-K200", "M2101K6G",
)  # fmt: skip


def browsers() -> tuple[str, ...]:
    """Some 2,000 user agents of people, the usual ones first."""
    return tuple(dict.fromkeys([*_common(), *_phones(), *_in_apps()]))


def _common() -> Iterator[str]:
    for version in reversed(_CHROMES):
        phone = f"Mozilla/5.0 (Linux; Android 10; K) {_APPLE} Chrome/{version}.0.0.0"
        yield f"{phone} Mobile Safari/537.36"
        for system in _DESKTOPS:
            chrome = f"Mozilla/5.0 ({system}) {_APPLE} Chrome/{version}.0.0.0 Safari/537.36"
            yield from (chrome, f"{chrome} Edg/{version}.0.0.0", f"{chrome} OPR/{version - 16}.0.0")
    for system in _IPHONES:
        safari, phone = system.partition("_")[0], _iphone(system)
        yield f"{phone} Version/{safari}.0 Mobile/15E148 Safari/604.1"
        for version in _CHROMES:
            yield f"{phone} CriOS/{version}.0.7204.46 Mobile/15E148 Safari/604.1"
    for safari in ("17.6", "18.1", "18.3", "18.5", "18.6", "26.0", "26.1"):
        yield f"Mozilla/5.0 ({_DESKTOPS[1]}) {_IOS} Version/{safari} Safari/605.1.15"
    for version in _FIREFOXES:
        for system in (*_DESKTOPS, "Android 14; Mobile", "X11; Ubuntu; Linux x86_64"):
            engine = f"{version}.0" if system.startswith("Android") else "20100101"
            yield f"Mozilla/5.0 ({system}; rv:{version}.0) Gecko/{engine} Firefox/{version}.0"


def _phones() -> Iterator[str]:
    """Browsers that still name the phone."""
    for number, phone in enumerate(_PHONES):
        system = f"Linux; Android {10 + number % 6}; {phone}"
        for samsung in (26, 27, 28):
            yield (
                f"Mozilla/5.0 ({system}) {_APPLE} SamsungBrowser/{samsung}.0"
                f" Chrome/{samsung + 96}.0.0.0 Mobile Safari/537.36"
            )
        for version in (103, 119, 131):
            build = f"{version}.0.{4000 + 17 * version}.{60 + number}"
            yield f"Mozilla/5.0 ({system}) {_APPLE} Chrome/{build} Mobile Safari/537.36"
        yield (
            f"Mozilla/5.0 (Linux; U; Android {10 + number % 6}; en-US; {phone}) AppleWebKit/537.36"
            f" (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.58 UCBrowser/13.7.{number}.1"
            " Mobile Safari/537.36"
        )


def _in_apps() -> Iterator[str]:
    """Pages opened inside an app: the long tail, since each names app, phone and build."""
    for number, phone in enumerate(_PHONES):
        for app in range(16):
            system = f"Linux; Android {11 + app % 5}; {phone} Build/UP1A.{231005 + app}.007; wv"
            chrome = f"Chrome/{126 + app}.0.{6400 + 7 * number}.83 Mobile Safari/537.36"
            frame = f"Mozilla/5.0 ({system}) {_APPLE} Version/4.0 {chrome}"
            yield f"{frame} [FB_IAB/FB4A;FBAV/{500 + app}.0.0.{number}.{40 + app};]"
            yield f"{frame} Instagram {380 + app}.0.0.{number}.84 Android"
    for system in _IPHONES:
        for app in range(30):
            facebook = f"FBAN/FBIOS;FBAV/{500 + app}.0.0.30.72;FBDV/iPhone15,{app % 6}"
            yield f"{_iphone(system)} Mobile/22{app:02}A [{facebook}]"
            yield f"{_iphone(system)} GSA/{370 + app}.0.7{app:02}.26 Mobile/15E148 Safari/604.1"


def _iphone(system: str) -> str:
    return f"Mozilla/5.0 (iPhone; CPU iPhone OS {system} like Mac OS X) {_IOS}"


ROBOTS = (
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    (
        "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML,"
        " like Gecko) Chrome/141.0.7390.122 Mobile Safari/537.36 (compatible; Googlebot/2.1;"
        " +http://www.google.com/bot.html)"
    ),
    (
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0;"
        " +http://www.bing.com/bingbot.htm) Chrome/136.0.0.0 Safari/537.36"
    ),
    (
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2;"
        " +https://openai.com/gptbot)"
    ),
    "Mozilla/5.0 (compatible; ClaudeBot/1.0; +claudebot@anthropic.com)",
    "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
    "Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)",
    "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)",
    "Mozilla/5.0 (compatible; PetalBot;+https://webmaster.petalsearch.com/site/petalbot)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    ("meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)"),
    "Twitterbot/1.0",
    "WhatsApp/2.23.20.0",
    "TelegramBot (like TwitterBot)",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    (
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_5) AppleWebKit/605.1.15 (KHTML, like"
        " Gecko) Version/13.1.1 Safari/605.1.15 (Applebot/0.1;"
        " +http://www.apple.com/go/applebot)"
    ),
    (
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
        " HeadlessChrome/140.0.0.0 Safari/537.36"
    ),
    "Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)",
    "Pingdom.com_bot_version_1.4_(http://www.pingdom.com/)",
    "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 214 subscribers; )",
    "NetNewsWire (RSS Reader; https://netnewswire.com/)",
    "Tiny Tiny RSS/24.01 (https://tt-rss.org/)",
    "python-requests/2.32.3",
    "Python/3.12 aiohttp/3.10.5",
    "Go-http-client/2.0",
    "curl/8.9.1",
    "Wget/1.21.4",
    "okhttp/4.12.0",
    "Java/17.0.9",
    "axios/1.7.7",
    "Scrapy/2.11.2 (+https://scrapy.org)",
    "",
)
"""Fetch pages and are nobody: crawlers, previews, monitors, feed readers, scripts, silence."""
