"""What several rooms' tests share: the loaded parser, made once."""

import pytest

from onrecord.language import Parser, load_parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    return load_parser()
