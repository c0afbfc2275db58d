import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.translation.checks.provider_errors import is_error_text
from tests.corpus.texts import ERROR_TEXTS

RIVER = "Seven countries signed a treaty to share the great river on Tuesday."


@pytest.mark.parametrize("text", ERROR_TEXTS)
def test_what_services_say_is_no_translation(text: str) -> None:
    assert is_error_text(RIVER, text)
    assert is_error_text(RIVER, f" {text} ")


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("The page says “Error 404”.", "La página dice «Error 404»."),
        ("The captcha is old.", "El captcha es viejo."),
        ("The site was down: too many requests.", "Cayó el sitio: demasiadas solicitudes."),
        ("رُفض الوصول: رفض الوصول إلى الحساب", "Access denied to the account"),
        ("He sued over his IP address.", "Demandó por su dirección IP."),
        ("Five hundred people came.", "Acudieron 500 personas."),
        ("The service is not for everyone.", "El servicio no es para todos."),
        ("He found no error in the book.", "No halló ningún error en el libro."),
        ("The court denied him access.", "El tribunal le negó el acceso."),
        ("Revenue rose < 5 % & costs fell.", "Los ingresos subieron < 5 % & bajaron los costes."),
    ],
)
def test_news_of_errors_are_news(source: str, answer: str) -> None:
    assert not is_error_text(source, answer)


@given(st.text(), st.text())
def test_no_text_makes_it_fail(source: str, answer: str) -> None:
    assert is_error_text(source, answer) in {True, False}
