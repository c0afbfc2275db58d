from shared.editions.quotes import quoted
from shared.news.newsroom import EditionSettings


def test_each_edition_quotes_in_its_own_way() -> None:
    usual = EditionSettings()
    assert quoted("Water", "en", usual) == "“Water”"
    assert quoted("ماء", "ar", usual) == "«ماء»"
    assert quoted("Agua", "es", usual) == "“Agua”"
    assert quoted("Agua", "es", EditionSettings(quotes="guillemets")) == "«Agua»"
