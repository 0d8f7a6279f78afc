"""Characters that act instead of showing, made visible."""

import re
import unicodedata

from markupsafe import Markup

# Joiners shape letters in several scripts and the line feed ends a line; the rest of what Unicode calls control,
# format, surrogate or unassigned either hides, reorders or breaks what a reader sees.
_PLAIN = frozenset("\n\t\u200c\u200d\u00ad")
_ACTING = frozenset({"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"})
_SUSPECT = re.compile(r"[^\x20-\x7e\n\t\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0373\u0400-\u052f]")


def show_characters(text: str) -> str:
    """Return `text` with control and bidirectional characters written out ("⟦U+202E⟧"); all else as it stands."""
    return _SUSPECT.sub(lambda match: _shown(match.group()), text.replace("\r\n", "\n"))


def finish(value: object) -> object:
    """Prepare what a template puts out: text with its characters shown, nothing for `None`."""
    if value is None:
        return ""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return show_characters(value)


def _shown(character: str) -> str:
    if character in _PLAIN or unicodedata.category(character) not in _ACTING:
        return character
    return f"⟦U+{ord(character):04X}⟧"
