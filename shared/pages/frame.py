"""What stands around every page: its head, the masthead, the choice of editions."""

from dataclasses import dataclass, replace

from shared.editions.edition import Edition
from shared.editions.registry import EDITIONS
from shared.news.article import BREAKING, LIVE, Article, Picture, about_address
from shared.news.blocks import Paragraph, plain
from shared.news.language import Language
from shared.news.newsroom import NavItem
from shared.pages.assets import CARD, CARD_SIZE, asset_address
from shared.pages.links import encoded
from shared.pages.names import (
    ListName,
    authors_address,
    manifest_address,
    most_read_address,
    ticker_address,
)
from shared.pages.page import (
    ArticlePage,
    AuthorsPage,
    BreakingPage,
    ComingPage,
    ListPage,
    LivePage,
    MostReadPage,
    Named,
    Now,
    PostsPage,
    Site,
    TombstonePage,
)
from shared.pages.voice import Voice


@dataclass(frozen=True)
class Choice:
    """A link to an edition; `hint` says that the story is not yet there."""

    edition: Edition
    address: str
    current: bool
    hint: str = ""


@dataclass(frozen=True)
class Link:
    """A link to one of our lists; `current` as in aria-current, "" where that is another page."""

    address: str
    name: str
    current: str = ""


@dataclass(frozen=True)
class Heading:
    """Something that the navigation has: a link, or a name that opens others."""

    name: str
    link: Link | None
    under: tuple[Link, ...] = ()

    @property
    def current(self) -> bool:
        """Whether the present page is under it."""
        return any(link.current for link in self.under)


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
    list: ListName | None = None
    """The list that the page is of, or its story's section."""
    here: str = ""
    """The address in the navigation that is marked as the present one."""
    around: str = ""
    """That of the section which the present one is a part of."""
    test: bool = False
    kind: str = "website"
    picture: Picture | None = None
    now: Now | None = None
    """What is happening now; where it is not said, the page fetches it."""

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
    def social_image(self) -> tuple[str, int, int, str]:
        """Address, width, height and words of the picture for previews elsewhere; else the mark."""
        if self.picture is None or not self.picture.images:
            return self.absolute(asset_address(CARD)), *CARD_SIZE, self.voice.outlet
        image = self.picture.images[-1]
        return self.absolute(image.address), image.width, image.height, self.picture.alt

    @property
    def manifest(self) -> str:
        return manifest_address(self.voice.language)

    @property
    def nav(self) -> tuple[Heading, ...]:
        """The navigation as it is configured; without that, every section."""
        newsroom = self.site.newsroom
        sections = (NavItem(to=f"section/{section}") for section in newsroom.sections)
        return tuple(self._heading(item) for item in newsroom.nav or sections)

    @property
    def regions(self) -> tuple[Link, ...]:
        return tuple(self.link(f"region/{region}") for region in self.site.newsroom.regions)

    @property
    def coverage(self) -> tuple[Link, ...]:
        """All collections, and each of them."""
        known = self.site.newsroom.coverage
        every = replace(self.link("coverage"), name=self.voice.labels.all)
        return (every, *(self.link(f"coverage/{one}") for one in known)) if known else ()

    @property
    def about(self) -> tuple[Link, ...]:
        """The pages about the outlet, and its authors."""
        language = self.voice.language
        pages = tuple(
            self._to(about_address(language, page), self.voice.about_title(page))
            for page in self.site.newsroom.pages
        )
        authors = self._to(authors_address(language), self.voice.labels.authors)
        return (*pages, authors) if self.site.newsroom.authors else pages

    def parts(self, section: str) -> tuple[Link, ...]:
        """A section that has parts, or is one, with all of them."""
        newsroom = self.site.newsroom
        whole = newsroom.within(section) or section
        parts = newsroom.subsections.get(whole, ())
        names = (f"section/{one}" for one in (whole, *parts) if one in newsroom.sections)
        return tuple(map(self.link, names)) if parts else ()

    def section(self, section: str) -> Link | None:
        """To a section's list, if the configuration knows it."""
        return self.link(f"section/{section}") if section in self.site.newsroom.sections else None

    def link(self, name: str) -> Link:
        """To a list of this edition."""
        which = ListName(self.voice.language, name)
        return self._to(which.address, self.voice.list_title(which))

    def _to(self, address: str, name: str) -> Link:
        if self.address == address:
            return Link(address, name, "page")
        return Link(address, name, "true" if address in {self.here, self.around} else "")

    def _heading(self, item: NavItem) -> Heading:
        link = self.link(item.to) if item.to else None
        name = item.name[self.voice.language] if item.name else link.name if link else ""
        if not item.under:
            return Heading(name, link and replace(link, name=name))
        under = tuple(map(self.link, item.under))
        if link:
            under = (replace(link, name=self.voice.all_in(name)), *under)
        return Heading(name, None, under)

    @property
    def home(self) -> str:
        return ListName(self.voice.language, "home").address

    @property
    def breaking(self) -> str:
        return ListName(self.voice.language, BREAKING).address

    @property
    def live(self) -> str | None:
        """Where what is live is, if anything is."""
        newsroom = self.site.newsroom
        runs = newsroom.live is not None or (self.now is not None and self.now.live)
        return ListName(self.voice.language, LIVE).address if runs else None

    @property
    def ticker(self) -> str:
        return ticker_address(self.voice.language)

    @property
    def feeds(self) -> tuple[tuple[str, str], ...]:
        """Titles and addresses: the edition's, and that of the list which the page belongs to."""
        lists = dict.fromkeys((ListName(self.voice.language, "home"), self.list))
        found = ((feed_title(self.voice, one), one.feed) for one in lists if one)
        return tuple((title, address) for title, address in found if address)


def _around(site: Site, which: ListName) -> str:
    whole = site.newsroom.within(which.topic) if which.kind == "section" else None
    return ListName(which.edition, f"section/{whole}").address if whole else ""


def _own_place(site: Site, article: Article) -> str:
    """The list of the article's kind, where the configured navigation leads to it.

    News are in their sections instead.
    """
    name = f"kind/{article.kind}"
    there = (to for item in site.newsroom.nav for to in (item.to, *item.under))
    return name if article.kind != "news" and name in there else ""


def article_frame(site: Site, voice: Voice, page: ArticlePage) -> Frame:
    article = page.article
    standing = {article.edition: article.address} | {
        code: card.address for code, card in page.siblings.items()
    }
    known = article.section in site.newsroom.sections
    section = f"section/{article.section}" if known else "home"
    here = _own_place(site, article) or (section if known else "")
    source = article.source_language
    return Frame(
        site=site,
        voice=voice,
        named=page.named,
        title=f"{article.texts.headline} | {voice.outlet}",
        description=description(article),
        address=article.address,
        choices=_choices(site, voice, standing, section, hint=True),
        standing=standing,
        default=source if source in standing else site.newsroom.default_edition,
        list=ListName(article.edition, section),
        here=ListName(article.edition, here).address if here else "",
        around=_around(site, ListName(article.edition, here)),
        test="pseudo" in article.engines()
        or any(card.pseudo for card in page.shown)
        or any("pseudo" in one.engines() for one in (page.posts.articles if page.posts else ())),
        kind="website" if article.kind == "page" else "article",
        picture=article.picture,
    )


def list_frame(site: Site, voice: Voice, page: ListPage) -> Frame:
    name = page.list
    title = list_title(voice, page)
    home = is_home(page)
    everywhere = page.elsewhere is None
    lists = {code: ListName(code, name.name) for code in site.newsroom.editions}
    others = lists if page.elsewhere is None else {**page.elsewhere, name.edition: name}
    heads = {code: which.address for code, which in others.items()}
    return Frame(
        site=site,
        voice=voice,
        named=page.named,
        title=f"{voice.outlet} | {voice.slogan}" if home else f"{title} | {voice.outlet}",
        description=voice.slogan if home else f"{title}. {voice.slogan}",
        address=address_of_list(page),
        choices=_choices(site, voice, heads, "home", hint=False),
        # another edition may have no story of that month, and calls the same tag now this, now that
        standing=heads if everywhere and not page.period else {name.edition: address_of_list(page)},
        default=site.newsroom.default_edition,
        list=name,
        here=name.address,
        around=_around(site, name),
        test=any(card.pseudo for card in page.shown),
        picture=next((card.picture for card in page.cards if card.picture), None),
        now=page.now,
    )


def breaking_frame(site: Site, voice: Voice, page: BreakingPage) -> Frame:
    pages = {code: ListName(code, BREAKING).address for code in site.newsroom.editions}
    return Frame(
        site=site,
        voice=voice,
        named=page.named,
        title=f"{voice.labels.breaking} | {voice.outlet}",
        description=f"{voice.labels.breaking}. {voice.slogan}",
        address=pages[page.edition],
        choices=_choices(site, voice, pages, "home", hint=False),
        standing=pages,
        default=site.newsroom.default_edition,
        test=any(card.pseudo for card in page.shown),
        now=Now(),  # it says so itself
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
        picture=next((card.picture for card in page.most_read.cards if card.picture), None),
    )


def authors_frame(site: Site, voice: Voice, page: AuthorsPage) -> Frame:
    pages = {code: authors_address(code) for code in site.newsroom.editions}
    return Frame(
        site=site,
        voice=voice,
        named=page.named,
        title=f"{voice.labels.authors} | {voice.outlet}",
        description=f"{voice.labels.authors}. {voice.slogan}",
        address=pages[page.edition],
        choices=_choices(site, voice, pages, "home", hint=False),
        standing=pages,
        default=site.newsroom.default_edition,
    )


def coming_frame(site: Site, voice: Voice, page: ComingPage) -> Frame:
    pages = {code: about_address(code, page.page) for code in site.newsroom.editions}
    return Frame(
        site=site,
        voice=voice,
        named=page.named,
        title=f"{voice.about_title(page.page)} | {voice.outlet}",
        description="",
        address=pages[page.edition],
        choices=_choices(site, voice, pages, "home", hint=False),
        standing={},
        default=site.newsroom.default_edition,
    )


def live_frame(site: Site, voice: Voice, page: LivePage) -> Frame:
    pages = {code: ListName(code, LIVE).address for code in site.newsroom.editions}
    return Frame(
        site=site,
        voice=voice,
        named=page.named,
        title=f"{voice.labels.live} | {voice.outlet}",
        description=f"{voice.labels.live}. {voice.slogan}",
        address=pages[page.edition],
        choices=_choices(site, voice, pages, "home", hint=False),
        standing=pages,
        default=site.newsroom.default_edition,
        test=any(card.pseudo for card in page.shown),
    )


def posts_frame(site: Site, voice: Voice, page: PostsPage, address: str) -> Frame:
    live, title = page.live, voice.hour(page.hour or "")
    return Frame(
        site=site,
        voice=voice,
        named=page.named,
        title=f"{live.texts.headline}, {title} | {voice.outlet}",
        description=f"{title}. {description(live)}",
        address=address,
        choices=_choices(site, voice, {live.edition: address}, LIVE, hint=False),
        standing={live.edition: address},
        default=site.newsroom.default_edition,
        test=any("pseudo" in one.engines() for one in (live, *page.posts.articles)),
        picture=live.picture,
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


def feed_title(voice: Voice, name: ListName) -> str:
    return voice.outlet if name.kind == "home" else f"{voice.outlet} | {voice.list_title(name)}"


def list_title(voice: Voice, page: ListPage) -> str:
    if page.period:
        return voice.archive_title(page.list, page.period)
    return voice.list_title(page.list, page.cards)


def description(article: Article) -> str:
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
