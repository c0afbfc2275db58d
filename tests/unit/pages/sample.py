"""A small newspaper for the tests of its pages: one story in full, and cards around it."""

from datetime import UTC, datetime
from typing import Any

from shared.news.article import Article, BlockOrigin, Card, Image, Picture, address_of
from shared.news.blocks import Body, Break, Heading, Listing, Paragraph, Quote, Span
from shared.news.language import LANGUAGES, Language
from shared.news.newsroom import EditionSettings, Newsroom, Outlet
from shared.news.slugs import slugify
from shared.news.story import PARTS, Kind, Source, Texts
from shared.news.units import units_of
from shared.news.wording import BlockState
from shared.pages.names import ListName
from shared.pages.page import ArticlePage, Charted, Flash, ListPage, MostReadPage, Named, Site
from shared.pages.render import Renderer

AT = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
WIDTHS = (320, 480, 640, 960, 1280)
STORY = "kq3vx2mh7a"
NAMED = Named({STORY: 4, "newsroom": 1}, renderer=2)
FACTS = f"{STORY}:4 newsroom:1 renderer:2"

NEWSROOM = Newsroom(
    outlet=Outlet(
        name={"en": "Azimuth", "ar": "السمت", "es": "Acimut"},
        slogan={
            "en": "News with a sense of direction",
            "ar": "أخبار تعرف وجهتها",
            "es": "Noticias con rumbo",
        },
    ),
    editions={
        "en": EditionSettings(timezone="Europe/London", words_per_minute=220),
        "ar": EditionSettings(timezone="Asia/Beirut", months="dual", words_per_minute=180),
        "es": EditionSettings(timezone="Europe/Madrid", words_per_minute=210),
    },
    sections={
        "environment": {"en": "Environment", "ar": "بيئة", "es": "Medio ambiente"},
        "culture": {"en": "Culture", "ar": "ثقافة", "es": "Cultura"},
        "science": {"en": "Science", "ar": "علوم", "es": "Ciencia"},
        "sports": {"en": "Sport", "ar": "رياضة", "es": "Deportes"},
    },
    regions={
        "africa": {"en": "Africa", "ar": "أفريقيا", "es": "África"},
        "latin-america": {
            "en": "Latin America",
            "ar": "أميركا اللاتينية",
            "es": "América Latina",
        },
    },
    coverage={"in-five": {"en": "In Five", "ar": "في خمس دقائق", "es": "En cinco minutos"}},
    authors={
        "amara-okoye": {"en": "Amara Okoye", "ar": "أمارا أوكويي", "es": "Amara Okoye"},
        "ines-valcarcel": {
            "en": "Inés Valcárcel",
            "ar": "إينيس فالكارسيل",
            "es": "Inés Valcárcel",
        },
    },
)
SITE = Site(NEWSROOM, "https://azimuth.example")


def renderer(**changes: Any) -> Renderer:
    return Renderer(Site(NEWSROOM.model_copy(update=changes), SITE.url))


def spans(*runs: str | Span) -> tuple[Span, ...]:
    return tuple(Span(text=run) if isinstance(run, str) else run for run in runs)


def paragraph(*runs: str | Span) -> Paragraph:
    return Paragraph(spans=spans(*runs))


def strong(text: str) -> Span:
    return Span(text=text, strong=True)


def link(text: str, address: str) -> Span:
    return Span(text=text, link=address)


_BODIES: dict[Language, Body] = {
    "en": (
        paragraph(
            "For sixty years the height of the Ouara was written in a notebook by whoever had ",
            "the key. Since Monday it has been written on the bank: ",
            strong("48 painted gauges"),
            ", one for every landing place, each readable from a canoe.",
        ),
        paragraph(
            "“A number that you can see is a number that you can argue about,” says Salma Idder, ",
            "who runs the river school. The readings go to ",
            link("an open map", "https://example.org/map?river=ouara&unit=cm"),
            ", and anyone can send one to @ouara_river.",
        ),
        Heading(level=2, spans=spans("Why paint, and not a sensor?")),
        paragraph(
            "Sensors silt up. Paint, the engineers found, lasts four rainy seasons and costs ",
            "less than the battery. The rule is simple:",
        ),
        Listing(
            items=(
                spans("green up to 180 cm, the ferries run;"),
                spans("ochre up to 240 cm, no cattle on board;"),
                spans("red, nobody crosses."),
            )
        ),
        Quote(paragraphs=(spans("We used to ask the river. Now it answers."),)),
        Break(),
        paragraph(
            "The next forty gauges will be painted in March. The Arabic sign at the ferry says ",
            "only «اقرأ قبل أن تعبر», read before you cross.",
        ),
    ),
    "ar": (
        paragraph(
            "ستون عامًا وارتفاع نهر وارا يُدوَّن في دفتر عند من يملك المفتاح. ومنذ الاثنين صار ",
            "مكتوبًا على الضفة: ",
            strong("48 مقياسًا مطليًّا"),
            "، واحد لكل مرسى، يقرؤه راكب الزورق من مكانه.",
        ),
        paragraph(
            "تقول سلمى إدّر، مديرة مدرسة النهر: «الرقم الذي تراه رقم يمكنك أن تناقشه». وتُرسل ",
            "القراءات إلى ",
            link("خريطة مفتوحة", "https://example.org/map?river=ouara&unit=cm"),
            " أعدّها برنامج OpenRiver 3، ويستطيع أي شخص أن يبعث قراءة إلى @ouara_river.",
        ),
        Heading(level=2, spans=spans("لماذا الطلاء لا المستشعرات؟")),
        paragraph(
            "لأن الطمي يطمر المستشعرات من طراز HydroSense X2 (أو ما يشبهها)؛ أما الطلاء فيصمد ",
            "أربعة مواسم مطيرة، وكلفته أقل من ثمن البطارية. والقاعدة بسيطة:",
        ),
        Listing(
            items=(
                spans("أخضر حتى 180 سنتيمترًا: تعمل العبّارات؛"),
                spans("أصفر حتى 240 سنتيمترًا: لا ماشية على متنها؛"),
                spans("أحمر: لا يعبر أحد."),
            )
        ),
        Quote(paragraphs=(spans("كنا نسأل النهر، وصار الآن يجيب."),)),
        Break(),
        paragraph(
            "وستُطلى المقاييس الأربعون التالية في آذار. أما لافتة العبّارة فتقول بالعربية ",
            "«اقرأ قبل أن تعبر»، وبالفرنسية «Lisez avant de traverser».",
        ),
    ),
    "es": (
        paragraph(
            "Durante sesenta años, la altura del Ouara la apuntó en un cuaderno quien tuviera la ",
            "llave. Desde el lunes está escrita en la orilla: ",
            strong("48 escalas pintadas"),
            ", una en cada embarcadero, que se leen desde la canoa.",
        ),
        paragraph(
            "«Un número que se ve es un número que se puede discutir», dice Salma Idder, que ",
            "dirige la escuela del río. Las lecturas van a ",
            link("un mapa abierto", "https://example.org/map?river=ouara&unit=cm"),
            ", y cualquiera puede enviar la suya a @ouara_river.",
        ),
        Heading(level=2, spans=spans("¿Por qué pintura y no sensores?")),
        paragraph(
            "¡Porque los sensores se llenan de lodo! La pintura aguanta cuatro estaciones de ",
            "lluvias y cuesta menos que la batería. La regla es sencilla:",
        ),
        Listing(
            items=(
                spans("verde hasta 180 cm: hay transbordador;"),
                spans("ocre hasta 240 cm: sin ganado a bordo;"),
                spans("rojo: no cruza nadie."),
            )
        ),
        Quote(paragraphs=(spans("Antes le preguntábamos al río. Ahora contesta."),)),
        Break(),
        paragraph(
            "Las próximas cuarenta escalas se pintarán en marzo. El cartel árabe del ",
            "transbordador solo dice «اقرأ قبل أن تعبر»: lea antes de cruzar.",
        ),
    ),
}

_TEXTS: dict[Language, dict[str, Any]] = {
    "en": {
        "headline": "The river that writes its own height on the bank",
        "deck": "Forty-eight painted gauges let every village on the Ouara read the water.",
        "caption": "A painted gauge at the ferry of Tin Adar.",
        "alt": "A striped pole in green, ochre and red stands in shallow water beside a canoe.",
        "source": "Azimuth",
        "tags": ("rivers", "open data", "Ouara"),
        "correction": "An earlier version gave the number of gauges as 84. There are 48.",
    },
    "ar": {
        "headline": "نهر يكتب ارتفاعه على ضفته",
        "deck": "48 مقياسًا مطليًّا تتيح لكل قرية على نهر وارا أن تقرأ الماء.",
        "caption": "مقياس مطلي عند عبّارة تين أدار.",
        "alt": "عمود مخطط بالأخضر والأصفر والأحمر في ماء ضحل إلى جانب زورق.",
        "source": "السمت",
        "tags": ("أنهار", "بيانات مفتوحة", "وارا"),
        "correction": "ذكرت نسخة سابقة أن عدد المقاييس 84، والصحيح 48.",
    },
    "es": {
        "headline": "El río que escribe su propia altura en la orilla",
        "deck": "Cuarenta y ocho escalas pintadas dejan leer el agua a cada aldea del Ouara.",
        "caption": "Una escala pintada en el transbordador de Tin Adar.",
        "alt": "Un poste a franjas verdes, ocres y rojas en agua poco profunda, junto a una canoa.",
        "source": "Acimut",
        "tags": ("ríos", "datos abiertos", "Ouara"),
        "correction": "Una versión anterior decía que las escalas eran 84. Son 48.",
    },
}


def texts(edition: Language, **changes: Any) -> Texts:
    return Texts.model_validate(_TEXTS[edition] | {"body": _BODIES[edition]} | changes)


def a_picture(edition: Language = "en", story: str = STORY) -> Picture:
    words = texts(edition)
    return Picture(
        images=tuple(
            Image(address=f"/media/{story}/3-{width}.jpg", width=width, height=width * 2 // 3)
            for width in WIDTHS
        ),
        formats=("avif", "webp", "jpg"),
        caption=words.caption or "",
        credit="Azimuth Studio",
        alt=words.alt or "",
        focus=(0.3, 0.6),
    )


_MADE: dict[Language, tuple[BlockState, str]] = {
    "en": ("source", "source"),
    "ar": ("machine", "memory+google"),
    "es": ("reviewed", "person+google"),
}


def made(words: Texts, state: BlockState, by: str) -> tuple[BlockOrigin, ...]:
    """Every block of the texts that has words, as it was made."""
    own: tuple[BlockState, str] = ("source", "source")
    found = []
    for at, unit in enumerate(units_of(words)):
        of_block, name = own if unit.wordless else (state, by)
        block = f"b{at}" if unit.part == "body" else unit.part
        found.append(BlockOrigin(id=block, state=of_block, by=name))
    return tuple(found)


def an_article(edition: Language = "en", **changes: Any) -> Article:
    words = changes.pop("texts", None) or texts(edition)
    source = Source(language="en", section="environment", texts=words)
    values: dict[str, Any] = {
        "story": STORY,
        "edition": edition,
        "source_language": "en",
        "address": address_of(edition, source, slugify(texts(edition).headline or ""), STORY),
        "published": AT,
        "updated": LATER,
        "kind": "news",
        "section": "environment",
        "regions": ("africa",),
        "byline": ("amara-okoye", "ines-valcarcel"),
        "texts": words,
        "picture": a_picture(edition),
        "origins": dict.fromkeys(PARTS, "source" if edition == "en" else "memory"),
        "blocks": made(words, *_MADE[edition]),
    }
    return Article.model_validate(values | changes)


_OTHERS: dict[Language, tuple[tuple[str, str, str, Kind], ...]] = {
    "en": (
        (
            "A library that opens when the shops close",
            "Readers come at nine in the evening, and stay.",
            "culture",
            "feature",
        ),
        (
            "Why bakers should keep the keys to the town",
            "A morning shift is the best neighbourhood watch.",
            "culture",
            "opinion",
        ),
        ("Coral nursery counts its ten-thousandth branch", "", "science", "news"),
        (
            "Girls’ league plays its first night match",
            "Two thousand people and one borrowed generator.",
            "sports",
            "news",
        ),
        ("Desert telescope finds the darkest sky in the north", "", "science", "analysis"),
        ("Tram line returns after fifty years", "The depot was never sold.", "environment", "news"),
    ),
    "ar": (
        (
            "مكتبة تفتح حين تغلق المتاجر",
            "يأتي القرّاء في التاسعة مساءً ويبقون.",
            "culture",
            "feature",
        ),
        (
            "لماذا ينبغي أن تكون مفاتيح البلدة عند الخبازين",
            "وردية الصباح خير حراسة للحي.",
            "culture",
            "opinion",
        ),
        ("مشتل المرجان يعدّ غصنه العاشر بعد الآلاف", "", "science", "news"),
        (
            "دوري الفتيات يخوض أولى مبارياته الليلية",
            "ألفا متفرج ومولّد كهرباء مستعار.",
            "sports",
            "news",
        ),
        ("مقراب الصحراء يجد أحلك سماء في الشمال", "", "science", "analysis"),
        ("خط الترام يعود بعد خمسين عامًا", "لم يُبَع مستودع العربات قط.", "environment", "news"),
    ),
    "es": (
        (
            "Una biblioteca que abre cuando cierran las tiendas",
            "Los lectores llegan a las nueve de la noche y se quedan.",
            "culture",
            "feature",
        ),
        (
            "¿Por qué los panaderos deberían guardar las llaves del pueblo?",
            "El turno de mañana es la mejor vigilancia.",
            "culture",
            "opinion",
        ),
        ("El vivero de coral cuenta su rama número diez mil", "", "science", "news"),
        (
            "¡La liga femenina estrena las noches!",
            "Dos mil personas y un generador prestado.",
            "sports",
            "news",
        ),
        ("Un telescopio del desierto halla el cielo más oscuro", "", "science", "analysis"),
        (
            "El tranvía vuelve cincuenta años después",
            "Nunca se vendieron las cocheras.",
            "environment",
            "news",
        ),
    ),
}


def cards(edition: Language = "en") -> tuple[Card, ...]:
    """The article's card and six others, one a day, newest first; every second has a picture."""
    others = []
    for number, (headline, deck, section, kind) in enumerate(_OTHERS[edition]):
        story = f"aaaaaaaaa{'bcdefg'[number]}"
        others.append(
            Card(
                story=story,
                edition=edition,
                address=f"/{edition}/{section}/{slugify(headline)}-{story}",
                published=AT.replace(day=23 - number // 2, hour=20 - number),
                kind=kind,
                section=section,
                headline=headline,
                deck=deck,
                picture=a_picture(edition, story) if number % 2 == 0 else None,
            )
        )
    return (an_article(edition).card(), *others)


_FLASHES: dict[Language, tuple[str, str]] = {
    "en": ("Ferry service on the Ouara stops until the river falls below 240 cm", "Schools shut"),
    "ar": ("توقف العبّارات في نهر وارا حتى ينخفض منسوبه إلى ما دون 240 سنتيمترًا", "إغلاق المدارس"),
    "es": (
        "Los transbordadores del Ouara paran hasta que el río baje de 240 cm",
        "Escuelas cerradas",
    ),
}


def flashes(edition: Language = "en") -> tuple[Flash, ...]:
    """One that leads to the article, and one that leads nowhere."""
    lines = enumerate(_FLASHES[edition])
    first, second = (
        Card(
            story=f"ffffffffff{number}", edition=edition, headline=line, kind="flash", section="",
            address=f"/{edition}/breaking#flash-ffffffffff{number}", published=LATER,
        )
        for number, line in lines
    )  # fmt: skip
    return Flash(first, an_article(edition).address), Flash(second)


def a_live_page(edition: Language = "en", **changes: Any) -> Article:
    return an_article(edition, kind="live", **changes)


def posts(edition: Language = "en") -> tuple[Article, ...]:
    """One with a headline, a picture and a machine's words; one that is its text alone."""
    first = an_article(
        edition,
        story="pppppppppa",
        kind="post",
        live=STORY,
        origins={"headline": "google", "body": "google"},
        source_language="es" if edition == "en" else "en",
    )
    texts = Texts(body=first.texts.body[:1] if first.texts.body else None)
    second = an_article(
        edition, story="pppppppppb", kind="post", live=STORY, texts=texts, picture=None,
        byline=(), updated=None,
    )  # fmt: skip
    return first, second


def siblings(*editions: Language) -> dict[Language, Card]:
    return {edition: an_article(edition).card() for edition in editions}


def article_page(edition: Language = "en", **changes: Any) -> ArticlePage:
    values: dict[str, Any] = {
        "article": an_article(edition),
        "siblings": siblings(*(code for code in LANGUAGES if code != edition)),
        "related": cards(edition)[1:4],
        "read_next": cards(edition)[5],
        "named": NAMED,
    }
    return ArticlePage(**values | changes)


def charted(edition: Language = "en", order: str = "3051642", **state: Any) -> Charted:
    """The cards of these numbers, as a chart."""
    return Charted(tuple(cards(edition)[int(number)] for number in order), **state)


def most_read_page(edition: Language = "en", **changes: Any) -> MostReadPage:
    sections = (("environment", 0), ("culture", 2), ("sports", 4))
    values: dict[str, Any] = {
        "edition": edition,
        "most_read": charted(edition),
        "trending": charted(edition, "240"),
        "everywhere": charted(edition, "1230"),
        "leaders": tuple(
            (ListName(edition, f"section/{section}"), cards(edition)[number])
            for section, number in sections
        ),
        "named": NAMED,
    }
    return MostReadPage(**values | changes)


def front_page(edition: Language = "en", name: str = "home", **changes: Any) -> ListPage:
    values: dict[str, Any] = {
        "list": ListName(edition, name),
        "cards": cards(edition),
        "periods": ("2026-11", "2026-10"),
        "named": NAMED,
    }
    return ListPage(**values | changes)
