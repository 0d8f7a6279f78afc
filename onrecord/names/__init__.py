"""Who is named: people, organisations, places and groups as one text names them, with their roles."""

from onrecord.names.candidates import text_of
from onrecord.names.labels import is_place_label
from onrecord.names.lexicon import Lexicon, load_lexicon
from onrecord.names.mentions import find_mentions

__all__ = ["Lexicon", "find_mentions", "is_place_label", "load_lexicon", "text_of"]
