"""Which editions of a story pages lead to, whatever was published and taken back in what order."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from shared.news.language import LANGUAGES, Language
from tests.builders import World, a_source, in_words_of
from tests.unit.pages.reading import Page

SITE = "https://gazette.example/"
DEEDS = ("translate ar", "translate es", "write ar", "write es", "correct", "withdraw", "return")
deeds = st.lists(st.sampled_from(DEEDS), max_size=6)


class Newspaper:
    """One story, to which a desk does what it likes."""

    def __init__(self, source: Language) -> None:
        self.world = World()
        self.source: Language = source
        self.times = 1
        self.story = self._accept()
        self.world.publish(self.story)

    def _accept(self) -> str:
        source = a_source(f"The river {self.times}", language=self.source)
        return self.world.accept("river", source)

    def do(self, deed: str) -> None:
        what, _, to = deed.partition(" ")
        edition = next((one for one in LANGUAGES if one == to), self.source)
        gone = self.world.view(self.story).withdrawn is not None
        if what in {"correct", "return"} and gone == (what == "return"):
            self.times += 1
            self._accept()
        elif what == "withdraw" and not gone:
            self.world.withdraw(self.story)
        elif edition != self.source and not gone and what == "translate":
            self.world.translate(self.story, edition)
        elif edition != self.source and not gone and what == "write":
            words = in_words_of(edition, a_source().texts)
            self.world.write("river", edition, words)
        self.world.publish(self.story)

    def pages(self) -> dict[Language, Page]:
        """What stands at each address that the story ever had."""
        editions = self.world.view(self.story).editions
        return {
            edition: Page(self.world.site.items[self.world.page(self.story, edition)])
            for edition, state in editions.items()
            if state.place
        }

    def live(self) -> set[Language]:
        editions = self.world.view(self.story).editions
        return {edition for edition, state in editions.items() if state.article}


@settings(max_examples=40, deadline=None)
@given(source=st.sampled_from(LANGUAGES), done=deeds)
def test_editions_name_each_other_exactly_while_they_are_live(
    source: Language, done: list[str]
) -> None:
    paper = Newspaper(source)
    for deed in [*done, ""]:
        live, pages = paper.live(), paper.pages()
        addresses = {one: f"{SITE}{paper.world.page(paper.story, one)}" for one in live}
        for edition in live:
            alternates = dict(pages[edition].alternates)
            default = alternates.pop("x-default")
            assert alternates == addresses
            assert default == addresses.get(source, default)
            assert default in addresses.values()
            assert named(pages[edition], paper.story) == {*addresses.values()}
        assert len({pages[edition].alternates["x-default"] for edition in live}) <= 1
        for edition in pages.keys() - live:
            assert pages[edition].alternates == {}
            assert named(pages[edition], paper.story) <= {*addresses.values()}
        paper.do(deed)


def named(page: Page, story: str) -> set[str]:
    """The addresses of the story that the switcher and the structured data give."""
    data = " ".join(one.text for one in page.all("script", type="application/ld+json"))
    switcher = (f'"{SITE}{address[1:]}"' for address, _ in page.switcher.values())
    return set(re.findall(rf'"({SITE}[^"#]*-{story})[#"]', f"{data} {' '.join(switcher)}"))
