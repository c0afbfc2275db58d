"""What readers and editors call the machine translators: names are the same in every language."""

_NAMES = {
    "amazon-translate": "Amazon Translate",
    "bedrock": "Amazon Bedrock",
    "google": "Google Translate",
    "libretranslate": "LibreTranslate",
    "microsoft": "Microsoft Translator",
}


def translator(engine: str) -> str:
    """The name of an engine; one that has no other goes by its own."""
    return _NAMES.get(engine, engine)
