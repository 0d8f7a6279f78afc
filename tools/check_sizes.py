"""Holds the code to the sizes that HOUSE names: functions, files, parameters, nesting."""

from __future__ import annotations

import ast
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

FUNCTION_MEDIAN, FUNCTION_P90, FUNCTION_MOST = 7, 25, 50
FILE_P90, FILE_MOST = 300, 400
PARAMETERS_MOST, NESTING_MOST = 5, 3
_BLOCKS = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_ALLOWED = "size:"  # a comment "size: REASON" on the line of the definition lets a function stay as it is


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines of code a function has, its signature and docstring left out."""
    body = function.body
    if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def nesting(node: ast.AST, depth: int = 0) -> int:
    """Return how deep blocks stand in blocks; an `elif` is no deeper than its `if`."""
    deepest = depth
    for child in ast.iter_child_nodes(node):
        if isinstance(child, _FUNCTIONS):
            continue
        is_elif = isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child]
        deepest = max(deepest, nesting(child, depth + (isinstance(child, _BLOCKS) and not is_elif)))
    return deepest


def percentile(numbers: list[int], share: float) -> float:
    """Return the number below which that share of the numbers lies."""
    return sorted(numbers)[min(len(numbers) - 1, int(share * len(numbers)))]


def find_faults(path: Path, lengths: list[int]) -> Iterator[str]:
    """Yield what is too long, too deep or takes too much in one file; collect the lengths of its functions."""
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, _FUNCTIONS) or _ALLOWED in lines[node.lineno - 1]:
            continue
        lengths.append(body_lines(node))
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        count = sum(argument.arg not in ("self", "cls") for argument in arguments)
        if lengths[-1] > FUNCTION_MOST:
            yield f"{path}:{node.lineno} {node.name} has {lengths[-1]} lines"
        if count > PARAMETERS_MOST and path.name != "cli.py":
            yield f"{path}:{node.lineno} {node.name} takes {count} parameters"
        if nesting(node) > NESTING_MOST:
            yield f"{path}:{node.lineno} {node.name} nests {nesting(node)} deep"


def main() -> int:
    """Print the figures and what exceeds them; return 1 if anything does."""
    paths = sorted(Path("onrecord").rglob("*.py"))
    lengths: list[int] = []
    faults = [fault for path in paths for fault in find_faults(path, lengths)]
    files = [len(path.read_text(encoding="utf-8").splitlines()) for path in paths]
    limits = (
        ("median function", statistics.median(lengths), FUNCTION_MEDIAN),
        ("90th percentile function", percentile(lengths, 0.9), FUNCTION_P90),
        ("90th percentile file", percentile(files, 0.9), FILE_P90),
        ("longest file", max(files), FILE_MOST),
    )
    for name, found, limit in limits:
        sys.stdout.write(f"{name}: {found} lines (at most {limit})\n")
        if found > limit:
            faults.append(f"{name}: {found} lines")
    sys.stdout.write("".join(f"too much: {fault}\n" for fault in faults))
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
