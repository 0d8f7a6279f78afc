"""The form under which a place name is looked up."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a plain letter and an accent.
_PLAIN = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "\u0131": "i",
        "þ": "th",
        "ə": "e",
        "ħ": "h",
        ".": "",
        "'": "",
        "\u2019": "",
        "\u2018": "",
        "\u02bc": "",
        "\u02bb": "",
        "\u02b9": "",
        "`": "",
    }
)
_OTHER = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65536)
def key_of(name: str) -> str:
    """Return a name in lower case, without accents, dots, apostrophes and hyphens; empty when nothing Latin is left."""
    lowered = name.lower().translate(_PLAIN)
    if not lowered.isascii():
        parts = unicodedata.normalize("NFKD", lowered)
        lowered = "".join(c for c in parts if not unicodedata.combining(c)).translate(_PLAIN)
    return _OTHER.sub(" ", lowered).strip()
