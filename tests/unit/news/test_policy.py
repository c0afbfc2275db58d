"""How editions are translated, by section and edition."""

from shared.news.policy import Policy, PolicyFor, Translation


def test_without_exceptions_one_policy_holds_for_all() -> None:
    assert Translation(mode="reviewed").policy("politics", "ar") == Policy(mode="reviewed")


def test_the_last_exception_that_applies_wins_and_leaves_what_it_does_not_name() -> None:
    translation = Translation(
        outdated="publish-with-notice",
        exceptions=(
            PolicyFor(sections=("opinion",), mode="human"),
            PolicyFor(editions=("ar",), mode="reviewed"),
            PolicyFor(sections=("opinion",), editions=("es",), outdated="hold"),
        ),
    )
    assert translation.policy("politics", "en").mode == "automatic"
    assert translation.policy("opinion", "en").mode == "human"
    assert translation.policy("opinion", "ar").mode == "reviewed"
    spanish = translation.policy("opinion", "es")
    assert (spanish.mode, spanish.outdated) == ("human", "hold")
    assert translation.policy("opinion", "en").outdated == "publish-with-notice"
