"""Rankings, and which of them pages show."""

from shared.news.ranking import CHARTS, Printed, Ranking, printed
from tests.builders import MORNING


def test_another_revision_of_any_chart_of_a_list_is_another_that_pages_show() -> None:
    def a_list(*revisions: int) -> Printed:
        charts = (
            Ranking(
                edition="en", list="home", chart=chart, revision=revision,
                as_of=MORNING, changed=MORNING,
            )
            for chart, revision in zip(CHARTS, revisions, strict=False)
        )  # fmt: skip
        return printed("en", "home", charts)

    assert a_list(3, 4) == Printed(edition="en", list="home", revision=7)
    assert len({a_list(), a_list(3), a_list(3, 4), a_list(3, 5), a_list(4, 5)}) == 5
