"""What a page tells search engines: schema.org's types, filled with what the page shows."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from shared.editions.translators import translator
from shared.news.article import MOST_AUTHORS, Article, Card, Picture, author_list
from shared.news.story import Kind
from shared.pages import schema_org
from shared.pages.assets import ICONS, asset_address
from shared.pages.frame import Frame, description
from shared.pages.names import ListName, authors_address
from shared.pages.page import ArticlePage, ListPage
from shared.pages.schema_org import Thing

_ARTICLES: dict[Kind, type[schema_org.Article]] = {
    "opinion": schema_org.OpinionNewsArticle,
    "analysis": schema_org.AnalysisNewsArticle,
    "blog": schema_org.BlogPosting,
    "live": schema_org.LiveBlogPosting,
}
_NOT_TOLD = {"memory", "pseudo"}
"""Who makes translations and is no translator to be named: people's own memory, and the test."""


def of_article(frame: Frame, page: ArticlePage) -> tuple[Thing, ...]:
    article, texts, voice = page.article, page.article.texts, frame.voice
    source = page.siblings.get(article.source_language)
    is_source = article.edition == article.source_language
    correction = texts.correction
    section = voice.section(article.section)
    told = _type(article.kind)(
        id=_id(frame, article.address),
        headline=texts.headline,
        description=frame.description,
        in_language=voice.language,
        publisher=_publisher(frame),
        image=tuple(_images(frame, (article.picture, *article.gallery))),
        date_published=voice.iso(article.published),
        date_modified=voice.iso(article.updated or article.published),
        author=tuple(_authors(frame, article)),
        main_entity_of_page=frame.canonical,
        article_section=section,
        keywords=texts.tags or (),
        is_accessible_for_free=True,
        video=_video(frame, article),
        translation_of_work=_elsewhere(frame, source) if source else None,
        work_translation=tuple(_elsewhere(frame, card) for card in page.siblings.values())
        if is_source
        else (),
        translator=tuple(
            schema_org.Organization(name=translator(one))
            for one in sorted(article.engines() - _NOT_TOLD)
        ),
        correction=schema_org.CorrectionComment(text=correction) if correction else None,
    )
    if isinstance(told, schema_org.LiveBlogPosting) and page.posts:
        told = replace(
            told,
            coverage_start_time=voice.iso(article.published),
            live_blog_update=tuple(_post(frame, one) for one in page.posts.articles),
        )
    way = _way_to(frame, frame.list) if frame.list else []
    return (told, _breadcrumbs(frame, [*way, (texts.headline or "", article.address)]))


def of_front(frame: Frame, page: ListPage, title: str) -> tuple[Thing, ...]:
    """A list's page; the front of the edition tells of the site and its publisher as well."""
    if frame.address == frame.home:
        voice, outlet = frame.voice, _publisher(frame)
        site = schema_org.WebSite(
            id=f"{frame.canonical}#website",
            name=voice.outlet,
            url=frame.canonical,
            description=voice.slogan,
            in_language=voice.language,
            publisher=schema_org.Organization(id=outlet.id),
        )
        elsewhere = tuple(frame.site.newsroom.outlet.social.values())
        outlet = replace(outlet, same_as=elsewhere)
        return (site, outlet, _collection(frame, voice.outlet))
    way = [*_way_to(frame, page.list)[:-1], (title, page.list.address)]
    if page.period:
        way = [*_way_to(frame, page.list), (title, frame.address)]
    if page.list.kind == "author":
        who = schema_org.Person(id=f"{frame.canonical}#person", name=title, url=frame.canonical)
        language = frame.voice.language
        profile = schema_org.ProfilePage(url=frame.canonical, in_language=language, main_entity=who)
        return (profile, _breadcrumbs(frame, way))
    return (_collection(frame, title), _breadcrumbs(frame, way))


def of_collection(frame: Frame, title: str) -> tuple[Thing, ...]:
    """A page of its own that leads to others."""
    return (_collection(frame, title), _breadcrumbs(frame, [(title, frame.address)]))


def _type(kind: Kind) -> type[schema_org.Article]:
    return _ARTICLES.get(kind, schema_org.NewsArticle)


def _id(frame: Frame, address: str) -> str:
    return f"{frame.absolute(address)}#article"


def _publisher(frame: Frame) -> schema_org.NewsMediaOrganization:
    voice = frame.voice
    home = frame.absolute(frame.home)
    side, name = max(ICONS.items())
    mark = frame.absolute(asset_address(name))
    return schema_org.NewsMediaOrganization(
        id=f"{home}#publisher",
        name=voice.outlet,
        url=home,
        slogan=voice.slogan,
        logo=schema_org.ImageObject(url=mark, content_url=mark, width=side, height=side),
    )


def _authors(
    frame: Frame, article: Article
) -> Iterable[schema_org.Person | schema_org.Organization]:
    """Who signed it; the outlet where nobody did."""
    if not article.byline:
        home = frame.absolute(frame.home)
        yield schema_org.Organization(id=f"{home}#publisher", name=frame.voice.outlet, url=home)
    for number, who in enumerate(article.byline):
        name = author_list(who) if number < MOST_AUTHORS else None
        page = name and frame.absolute(ListName(article.edition, name).address)
        yield schema_org.Person(
            id=page and f"{page}#person", name=frame.voice.author(who), url=page
        )


def _images(frame: Frame, pictures: Iterable[Picture | None]) -> Iterator[schema_org.ImageObject]:
    """The parts and the largest size of each picture; without any, what previews have instead."""
    found = [picture for picture in pictures if picture and picture.images]
    if not found:
        address, width, height, _ = frame.social_image
        yield schema_org.ImageObject(url=address, content_url=address, width=width, height=height)
    for picture in found:
        for image in (*picture.shapes, picture.images[-1]):
            address = frame.absolute(image.address)
            yield schema_org.ImageObject(
                url=address,
                content_url=address,
                width=image.width,
                height=image.height,
                caption=picture.caption or picture.alt,
                credit_text=picture.credit,
            )


def _post(frame: Frame, post: Article) -> schema_org.BlogPosting:
    """A post of a live page; one without a headline is told by its beginning."""
    return schema_org.BlogPosting(
        url=f"{frame.canonical}#post-{post.story}",
        headline=post.texts.headline or description(post),
        date_published=frame.voice.iso(post.published),
        date_modified=frame.voice.iso(post.updated or post.published),
        author=tuple(_authors(frame, post)),
    )


def _video(frame: Frame, article: Article) -> schema_org.VideoObject | None:
    if article.video is None:
        return None
    address = article.video.address
    return schema_org.VideoObject(
        name=article.texts.headline,
        description=frame.description or article.texts.headline,
        in_language=article.edition,
        thumbnail_url=tuple(one.url for one in _images(frame, [article.picture]) if one.url),
        upload_date=frame.voice.iso(article.published),
        content_url=frame.absolute(address) if address.startswith("/") else address,
        duration=article.video.duration,
    )


def _elsewhere(frame: Frame, card: Card) -> schema_org.Article:
    """The story in another edition."""
    return _type(card.kind)(
        id=_id(frame, card.address),
        url=frame.absolute(card.address),
        headline=card.headline,
        in_language=card.edition,
    )


def _collection(frame: Frame, title: str) -> schema_org.CollectionPage:
    return schema_org.CollectionPage(
        name=title,
        url=frame.canonical,
        description=frame.description,
        in_language=frame.voice.language,
    )


def _way_to(frame: Frame, which: ListName) -> list[tuple[str, str]]:
    """The lists that lead to one from the front, itself the last."""
    if which.kind == "home":
        return []
    way = [which]
    if which.kind == "coverage" and which.topic:
        way.insert(0, ListName(which.edition, "coverage"))
    within = frame.site.newsroom.within(which.topic) if which.kind == "section" else None
    if within:
        way.insert(0, ListName(which.edition, f"section/{within}"))
    steps = [(frame.voice.list_title(one), one.address) for one in way]
    if which.kind == "author":
        steps.insert(0, (frame.voice.labels.authors, authors_address(which.edition)))
    return steps


def _breadcrumbs(frame: Frame, steps: Iterable[tuple[str, str]]) -> schema_org.BreadcrumbList:
    """The way from the edition's front: names and addresses."""
    way = [(frame.voice.labels.home, frame.home), *steps]
    return schema_org.BreadcrumbList(
        item_list_element=tuple(
            schema_org.ListItem(position=at, name=name, item=frame.absolute(address))
            for at, (name, address) in enumerate(way, 1)
        )
    )
