"""The English edition."""

from shared.editions.edition import Calendar, Edition, Labels, joined, one_or_other


def _conjoin(names: tuple[str, ...]) -> str:
    return joined(names, " and ")


ENGLISH = Edition(
    language="en",
    direction="ltr",
    name="English",
    locale="en_GB",
    in_language={"en": "in English", "ar": "in Arabic", "es": "in Spanish"},
    from_language={"en": "from English", "ar": "from Arabic", "es": "from Spanish"},
    not_yet={
        "en": "not yet in English",
        "ar": "not yet in Arabic",
        "es": "not yet in Spanish",
    },
    calendar=Calendar(
        months={
            "gregorian": (
                "January", "February", "March", "April", "May", "June",
                "July", "August", "September", "October", "November", "December",
            )
        },
        weekdays=(
            "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
        ),
        date="{day} {month} {year}",
        full_date="{weekday} {day} {month} {year}",
        month="{month} {year}",
        moment="{date}, {time} {zone}",
        zone="GMT",
    ),
    plural=one_or_other,
    minutes={"one": "{count} minute to read", "other": "{count} minutes to read"},
    conjoin=_conjoin,
    kinds={
        "news": "News",
        "opinion": "Opinion",
        "analysis": "Analysis",
        "blog": "Blog",
        "feature": "Feature",
    },
    labels=Labels(
        skip="Skip to content",
        editions="Editions",
        sections="Sections",
        regions="Regions",
        home="Home",
        more="More stories",
        latest="Latest stories",
        archive="Archive",
        archive_title="{list}, {month}",
        feed="News feed",
        by="By {names}",
        source="Source: {source}",
        published="Published",
        updated="Updated",
        tags="Tags",
        related="Related stories",
        correction="Correction",
        machine="Translated automatically {from} with {engines}.",
        machine_parts="Parts of this text were translated automatically {from} with {engines}.",
        translated="Translated {from} using {engines}.",
        memory="our editors’ earlier translations",
        reviewed="Our editors have reviewed the translation.",
        reviewed_parts="Our editors have reviewed parts of the translation.",
        unreviewed="Our editors have not reviewed the translation.",
        older="Parts of this version are older than the latest changes to the original {in}.",
        corrected="The original {in} has been corrected; this version does not have the correction"
        " yet.",
        corrected_parts="The original {in} has been corrected; this version may not have all of the"
        " correction yet.",
        original="Read the original {in}",
        corrected_original="Read the corrected original {in}",
        test="Test translation, not for publication",
        empty="Nothing has been published here yet. The first story will appear on this page.",
        most_read="Most read",
        trending="Trending",
        everywhere="In all editions",
        by_section="By section",
        method="Counted from our servers’ logs of the last 24 hours, without cookies: a reader"
        " counts once an hour for each story, and no network for more than a few readers; Trending"
        " is what is gaining readers right now.",
        late="As of {moment}; newer figures are late.",
        nothing_counted="Nothing has been counted yet: these are the latest stories.",
        withdrawn="This story was withdrawn",
        withdrawn_says="Our editors have taken it back. It can no longer be read here.",
        unavailable="This story is not available {in} at the moment",
        unavailable_says="It will be back at this address as soon as it can be.",
        read_source="Read {headline} {in}",
        not_found="Page not found",
        not_found_says="Were you looking for something else? Our stories are on the front page.",
        to_front="Go to the front page",
    ),
)  # fmt: skip
