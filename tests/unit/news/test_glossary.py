"""What a term says in each language, and which terms make a sentence new."""

from shared.news.glossary import Glossary, Term, terms_digest

TREATY = Term(en="treaty", ar="معاهدة", forbidden_ar=("اتفاق",))
AGENCY = Term(en="Reuters", keep=True)


def test_a_term_has_a_name_in_each_language_or_none() -> None:
    assert TREATY.form("ar") == "معاهدة"
    assert TREATY.form("es") == ""


def test_a_term_to_keep_has_its_one_name_in_every_language() -> None:
    assert {AGENCY.form("en"), AGENCY.form("ar"), AGENCY.form("es")} == {"Reuters"}


def test_a_term_applies_where_it_can_be_found_and_says_something() -> None:
    only_forbidden = Term(en="migrant", forbidden_es=("ilegal",))
    assert TREATY.applies("en", "ar")
    assert not TREATY.applies("en", "es")
    assert not TREATY.applies("es", "ar")
    assert AGENCY.applies("ar", "es")
    assert only_forbidden.applies("en", "es")
    assert not TREATY.applies("en", "en")


def test_a_glossary_is_the_same_after_it_was_kept() -> None:
    glossary = Glossary(terms=(TREATY, AGENCY))
    assert Glossary.model_validate_json(glossary.canonical()) == glossary


def test_no_terms_have_no_digest() -> None:
    assert terms_digest((), "en", "ar") == ""


def test_the_digest_is_of_what_is_asked_in_the_pair_alone() -> None:
    noted = TREATY.model_copy(update={"note": "since 1992", "es": "tratado", "pos": "noun"})
    other = TREATY.model_copy(update={"ar": "اتفاقية"})
    assert terms_digest((noted,), "en", "ar") == terms_digest((TREATY,), "en", "ar")
    assert terms_digest((other,), "en", "ar") != terms_digest((TREATY,), "en", "ar")
    assert terms_digest((noted,), "en", "es") != terms_digest((noted,), "en", "ar")


def test_the_digest_does_not_depend_on_the_order_of_terms() -> None:
    both = (TREATY, AGENCY)
    assert terms_digest(both, "en", "ar") == terms_digest(both[::-1], "en", "ar")
