"""Sentences, words and parse of one text; the only room that knows spaCy."""

from onrecord.language.normal import fold
from onrecord.language.paragraphs import find_paragraphs, find_sections
from onrecord.language.parsing import Parser, load_parser, parse
from onrecord.language.words import Parse, Word

__all__ = ["Parse", "Parser", "Word", "find_paragraphs", "find_sections", "fold", "load_parser", "parse"]
