"""A report is parsed on one core, whatever else uses numpy in the process, and numpy gets its threads back."""

from collections.abc import Callable
from importlib import import_module

import pytest

from onrecord.language import Parser, parse
from onrecord.language.multiplying import Threads, find_threads, in_one_thread, multiply_by_numpy

TEXT = "Premier Ada Quell said on Monday that 14 miners were hurt.\n\nHer deputy denied it."


class Switch:
    """Stands for the library's threads: it starts with some, and keeps every number that was set."""

    def __init__(self, number: int) -> None:
        self.numbers = [number]

    def threads(self) -> Threads:
        return Threads(lambda: self.numbers[-1], self.numbers.append)


@pytest.mark.parametrize(("number", "set_in_turn"), [(1, [1]), (4, [4, 1, 4])])
def test_work_is_done_in_one_thread_and_the_number_is_put_back(number: int, set_in_turn: list[int]) -> None:
    switch = Switch(number)
    assert in_one_thread(switch.threads(), lambda: switch.numbers[-1]) == 1
    assert switch.numbers == set_in_turn


def test_the_number_is_put_back_when_work_fails() -> None:
    switch = Switch(3)
    broken: Callable[[], int] = [].pop
    with pytest.raises(IndexError):
        in_one_thread(switch.threads(), broken)
    assert switch.numbers == [3, 1, 3]


def test_a_library_without_the_switch_leaves_the_model_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.language.multiplying._NAMES", ("no_such_function_{}",))
    assert find_threads(str(import_module("numpy._core._multiarray_umath").__file__)) is None
    assert multiply_by_numpy(None) is None  # a model that is looked into would fail
    assert in_one_thread(None, lambda: 7) == 7


def test_both_libraries_give_the_same_parse(parser: Parser) -> None:
    from thinc.api import NumpyOps

    layers = [layer for _, component in parser.model.pipeline for layer in component.model.walk()]
    before, plain = parse(TEXT, parser), [layer.ops for layer in layers]
    try:
        for layer in layers:
            layer.ops = NumpyOps(use_blis=True)
        assert parse(TEXT, parser) == before
    finally:
        for layer, ops in zip(layers, plain, strict=True):
            layer.ops = ops
