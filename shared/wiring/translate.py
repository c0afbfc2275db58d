"""What `translate` works with."""

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from itertools import permutations
from time import monotonic

from shared.aws.bedrock import Bedrock
from shared.aws.breakers import DynamoBreakers
from shared.aws.bus import EventBus
from shared.aws.causes import DynamoCauses
from shared.aws.clients import client, translator
from shared.aws.leases import DynamoLeases
from shared.aws.memory import DynamoMemory, S3Reviewed
from shared.aws.objects import S3Bodies, S3Inbox
from shared.aws.queue import Queue
from shared.aws.secrets import Secret
from shared.aws.tables import DynamoArchive, DynamoLists, Table
from shared.aws.terminology import Terminologies
from shared.aws.till import DynamoTill
from shared.aws.translator import AmazonTranslate
from shared.clock import Clock, utc_now
from shared.editions.quotes import style
from shared.news.archive import Archive, Bodies
from shared.news.glossary import Glossary, glossary_bodies, glossary_from
from shared.news.language import LANGUAGES
from shared.news.office import office
from shared.pages.names import ListName
from shared.settings import TranslateSettings, environment
from shared.translation.chain import Chain
from shared.translation.guards import Guards
from shared.translation.memory import NO_MEMORY, ForPairs
from shared.translation.ports import Engine, Pair
from shared.translation.pseudo import Pseudo
from shared.translation.purse import Purse
from shared.translation.terms import Lexicons
from shared.translation.tmx import parse_tmx
from shared.web.google import Google
from shared.web.libretranslate import LibreTranslate
from shared.web.microsoft import Microsoft

MOST_SECONDS = 30.0
"""Of engines for one story, so that one that hangs leaves time to the stories after it."""
RESERVE_SECONDS = 8.0
"""For what is written and announced once the engines have answered."""
PAIRS = tuple(Pair(source, target) for source, target in permutations(LANGUAGES, 2))


@cache
def settings() -> TranslateSettings:
    return TranslateSettings.model_validate(environment())


@cache
def table() -> Table:
    return Table(client("dynamodb"), settings().table_name)


@cache
def storage() -> tuple[Archive, Bodies, Clock]:
    bodies = S3Bodies(client("s3"), settings().newsroom_bucket)
    return DynamoArchive(table()), bodies, utc_now


@cache
def announcer() -> EventBus:
    return EventBus(client("events"), settings().bus_name)


@cache
def queue() -> Queue:
    return Queue(client("sqs"), settings().translate_queue_url)


@cache
def reviewed() -> S3Reviewed:
    return S3Reviewed(S3Inbox(client("s3"), settings().newsroom_bucket), parse_tmx)


def chain(remaining_millis: Callable[[], int]) -> Chain:
    """The memories and engines that the newsroom's configuration names, for one story.

    Its time is what the function has left, without what it needs for itself afterwards.
    """
    archive, bodies, clock = storage()
    newsroom = office(archive, bodies).newsroom
    glossary, lexicons = _glossary(glossary_bodies(archive))
    general, lists = newsroom.translators, {one: newsroom.translators_from(*one) for one in PAIRS}
    recited = [pair for pair, wanted in lists.items() if "memory" in wanted]
    memory = reviewed().newest() if recited else NO_MEMORY
    return Chain(
        ForPairs(memory, frozenset(recited)),
        DynamoMemory(table(), clock),
        _engines(general, glossary),
        frozenset(newsroom.embargoed),
        lexicons,
        Guards(
            DynamoLeases(table(), clock),
            Purse(DynamoTill(table(), clock), newsroom.budget),
            DynamoBreakers(table(), clock),
            seconds_left(remaining_millis),
            clock,
        ),
        {code: style(code, one) for code, one in newsroom.editions.items()},
        {pair: _engines(wanted, glossary) for pair, wanted in lists.items() if wanted != general},
    )


def seconds_left(remaining_millis: Callable[[], int]) -> Callable[[], float]:
    """Counts down the seconds in which engines may be asked for one story."""
    until = monotonic() + min(MOST_SECONDS, remaining_millis() / 1000 - RESERVE_SECONDS)
    return lambda: until - monotonic()


@lru_cache(maxsize=1)
def _glossary(names: tuple[str, ...]) -> tuple[Glossary, Lexicons]:
    """Kept between invocations, since a large glossary takes a while to be made ready."""
    _, bodies, _ = storage()
    glossary = glossary_from(names, bodies)
    return glossary, Lexicons(glossary)


def _engines(names: Iterable[str], glossary: Glossary) -> tuple[Engine, ...]:
    return tuple(made for name in names if (made := _engine(name, glossary)))


def _engine(name: str, glossary: Glossary) -> Engine | None:
    match name:
        case "google":
            return Google()
        case "libretranslate" if settings().libretranslate_url:
            return LibreTranslate(settings().libretranslate_url)
        case "microsoft" if settings().microsoft_key_parameter:
            key = Secret(translator("ssm"), settings().microsoft_key_parameter)
            return Microsoft(cache(key.value), settings().microsoft_region)
        case "amazon-translate":
            return AmazonTranslate(translator("translate"), _terminologies(glossary))
        case "bedrock" if settings().bedrock_model:
            return Bedrock(translator("bedrock-runtime"), settings().bedrock_model)
        case "pseudo" if settings().pseudo_translator:
            return Pseudo()
        case _:
            return None


def renew_terminologies() -> str:
    """Tell Amazon Translate what the glossary says now, if it translates; why that failed."""
    archive, bodies, _ = storage()
    newsroom = office(archive, bodies).newsroom
    asking = [one for one in PAIRS if "amazon-translate" in newsroom.translators_from(*one)]
    glossary, _ = _glossary(glossary_bodies(archive))
    return _terminologies(glossary).renew(asking) if asking else ""


def _terminologies(glossary: Glossary) -> Terminologies:
    return Terminologies(translator("translate"), settings().terminology_prefix, glossary.terms)


def newest(limit: int) -> tuple[str, ...]:
    """The stories that stand in an edition, the newest first."""
    lists = DynamoLists(table())
    found = [one for code in LANGUAGES for one in lists.newest(ListName(code, "home"), limit)]
    found.sort(key=lambda one: one.published, reverse=True)
    return tuple(dict.fromkeys(one.story for one in found if one.card))[:limit]


@cache
def causes() -> DynamoCauses:
    return DynamoCauses(table(), utc_now)
