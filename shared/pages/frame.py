"""What stands around every page: its head, the masthead, the choice of editions."""

from dataclasses import dataclass

from shared.editions.edition import Edition
from shared.editions.registry import EDITIONS
from shared.news.article import Article, Picture
from shared.news.blocks import Paragraph, plain
from shared.news.language import Language
from shared.pages.links import encoded
from shared.pages.names import ListName, feed_address, most_read_address
from shared.pages.page import ArticlePage, ListPage, MostReadPage, Named, Site, TombstonePage
from shared.pages.voice import Voice


@dataclass(frozen=True)
class Choice:
    """A link to an edition; `hint` says that the story is not yet there."""

    edition: Edition
    address: str
    current: bool
    hint: str = ""


@dataclass(frozen=True)
class Frame:
    """The values of the templates' outermost layer. Addresses in `absolute` are for machines."""

    site: Site
    voice: Voice
    named: Named
    title: str
    description: str
    address: str
    choices: tuple[Choice, ...]
    standing: dict[Language, str]
    """The addresses where the same page stands, by edition, its own included."""
    default: Language
    here: str = ""
    """The address in the navigation that is marked as the present one."""
    test: bool = False
    kind: str = "website"
    picture: Picture | None = None

    def absolute(self, address: str) -> str:
        return self.site.url + encoded(address)

    @property
    def canonical(self) -> str:
        return self.absolute(self.address)

    @property
    def alternates(self) -> tuple[tuple[str, str], ...]:
        """Hreflang and address, the same on each of the pages; none for a page on its own."""
        if not self.standing:
            return ()
        order = [code for code in EDITIONS if code in self.standing]
        default = self.default if self.default in self.standing else order[0]
        pairs = [(code, self.absolute(self.standing[code])) for code in order]
        return (*pairs, ("x-default", self.absolute(self.standing[default])))

    @property
    def social_image(self) -> tuple[str, int, int] | None:
        """The largest size of the picture, for previews elsewhere."""
        if self.picture is None or not self.picture.images:
            return None
        image = self.picture.images[-1]
        return self.absolute(image.address), image.width, image.height

    @property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """Addresses and names for the navigation."""
        return self._topics("section", tuple(self.site.newsroom.sections))

    @property
    def regions(self) -> tuple[tuple[str, str], ...]:
        return self._topics("region", tuple(self.site.newsroom.regions))

    @property
    def home(self) -> str:
        return ListName(self.voice.language, "home").address

    @property
    def feed(self) -> str:
        return feed_address(self.voice.language)

    def _topics(self, kind: str, topics: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        names = [ListName(self.voice.language, f"{kind}/{topic}") for topic in topics]
        return tuple((name.address, self.voice.list_title(name)) for name in names)


def article_frame(site: Site, voice: Voice, page: ArticlePage) -> Frame:
    article = page.article
    standing = {article.edition: article.address} | {
        code: card.address for code, card in page.siblings.items()
    }
    known = article.section in site.newsroom.sections
    section = f"section/{article.section}" if known else "home"
    source = article.source_language
    return Frame(
        site=site,
        voice=voice,
        named=page.named,
        title=f"{article.texts.headline} | {voice.outlet}",
        description=_description(article),
        address=article.address,
        choices=_choices(site, voice, standing, section, hint=True),
        standing=standing,
        default=source if source in standing else site.newsroom.default_edition,
        here=ListName(article.edition, section).address if known else "",
        test="pseudo" in article.engines() or any(card.pseudo for card in page.related),
        kind="article",
        picture=article.picture,
    )


def list_frame(site: Site, voice: Voice, page: ListPage) -> Frame:
    name = page.list
    title = list_title(voice, page)
    home = is_home(page)
    heads = {code: ListName(code, name.name).address for code in site.newsroom.editions}
    return Frame(
        site=site,
        voice=voice,
        named=page.named,
        title=f"{voice.outlet} | {voice.slogan}" if home else f"{title} | {voice.outlet}",
        description=voice.slogan if home else f"{title}. {voice.slogan}",
        address=address_of_list(page),
        choices=_choices(site, voice, heads, name.name, hint=False),
        # another edition may have no story of that month, and so no such page
        standing={name.edition: address_of_list(page)} if page.period else heads,
        default=site.newsroom.default_edition,
        here=name.address,
        test=any(card.pseudo for card in page.shown),
    )


def most_read_frame(site: Site, voice: Voice, page: MostReadPage) -> Frame:
    pages = {code: most_read_address(code) for code in site.newsroom.editions}
    return Frame(
        site=site,
        voice=voice,
        named=page.named,
        title=f"{voice.labels.most_read} | {voice.outlet}",
        description=voice.labels.method,
        address=pages[page.edition],
        choices=_choices(site, voice, pages, "home", hint=False),
        standing=pages,
        default=site.newsroom.default_edition,
        test=any(card.pseudo for card in page.shown),
    )


def tombstone_frame(site: Site, voice: Voice, page: TombstonePage) -> Frame:
    source = None if page.withdrawn else page.source
    return Frame(
        site=site,
        voice=voice,
        named=page.named,
        title=f"{voice.labels.withdrawn if page.withdrawn else voice.unavailable()}"
        f" | {voice.outlet}",
        description="",
        address=page.address,
        choices=_choices(
            site, voice, {source.edition: source.address} if source else {}, "home", hint=False
        ),
        standing={},
        default=site.newsroom.default_edition,
    )


def is_home(page: ListPage) -> bool:
    """Whether it is the front page of the edition itself."""
    return page.list.kind == "home" and not page.period


def address_of_list(page: ListPage) -> str:
    return page.list.archive(page.period) if page.period else page.list.address


def list_title(voice: Voice, page: ListPage) -> str:
    if page.period:
        return voice.archive_title(page.list, page.period)
    return voice.list_title(page.list)


def _description(article: Article) -> str:
    """The deck, else the beginning of the body."""
    if article.texts.deck:
        return article.texts.deck
    first = next((one for one in article.texts.body or () if isinstance(one, Paragraph)), None)
    text = plain(first.spans) if first else ""
    return text if len(text) <= 200 else f"{text[:200].rsplit(' ', 1)[0]}…"


def _choices(
    site: Site, voice: Voice, standing: dict[Language, str], otherwise: str, *, hint: bool
) -> tuple[Choice, ...]:
    """The switcher: to the same page where it stands, else to that edition's list `otherwise`."""
    return tuple(
        Choice(
            edition=EDITIONS[code],
            address=standing.get(code) or ListName(code, otherwise).address,
            current=code == voice.language,
            hint=voice.edition.not_yet[code] if hint and code not in standing else "",
        )
        for code in site.newsroom.editions
    )
