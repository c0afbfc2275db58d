from shared.translation.memory import NO_MEMORY, ForPairs, ReviewedMemory, normalised, paid_key
from shared.translation.ports import Pair


def test_no_memory_knows_nothing() -> None:
    assert NO_MEMORY.find("Hi.", "en", "es") is None
    assert len(NO_MEMORY) == 0


def test_a_paid_sentence_is_known_by_words_pair_and_engine() -> None:
    key = paid_key("A  XPA3XwordXPZ3X.", Pair("en", "es"), "google")
    assert key == paid_key("A XPA0XwordXPZ0X.", Pair("en", "es"), "google")
    assert key.sentence != paid_key("A word.", Pair("en", "es"), "google").sentence
    assert (key.source, key.target, key.engine) == ("en", "es", "google")
    assert normalised(" A\n½ ") == "A ½"


def test_a_memory_for_some_pairs_is_silent_in_the_others() -> None:
    memory = ReviewedMemory({("en", "es", "Hi."): "Hola.", ("en", "ar", "Hi."): "مرحبا."})
    asked = ForPairs(memory, frozenset([Pair("en", "es")]))
    assert asked.find("Hi.", "en", "es") == "Hola."
    assert asked.find("Hi.", "en", "ar") is None
