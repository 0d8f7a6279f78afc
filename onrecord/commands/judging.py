"""The commands by which a person says that two items are one, or are not, and takes it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from onrecord.commands.messages import say, say_behind
from onrecord.commands.referring import Referent, count_marks, find_referent
from onrecord.commands.showing import nearest
from onrecord.errors import UsageError
from onrecord.identity import thing_id
from onrecord.linking import KINDS, as_judgement, attach_rulings, find_clash, find_standing, select
from onrecord.records import (
    Attribution,
    Entity,
    Event,
    EventMention,
    Figure,
    Mention,
    Quantity,
    Ruling,
    Statement,
    Story,
    Verdict,
)
from onrecord.running import hold, load_story
from onrecord.store import StoryFile, open_story, read_records, write_ruling

_JUDGED = frozenset({Mention, Attribution, Figure, EventMention, Entity, Statement, Quantity, Event})


class Judging(NamedTuple):
    """A verdict with who gives it, why and when, and whether it is only to be looked at."""

    verdict: Verdict
    now: datetime
    why: str | None = None
    by: str = "person"
    dry_run: bool = False


def judge_same(path: Path, left: str, right: str, judging: Judging) -> int:
    """Keep a person's word on whether two items are one; return the exit code."""
    with open_story(path) as story, hold(path):
        if not say_behind(story).linked:
            raise UsageError(f"{path}: there is nothing to judge before: onrecord run {path}")
        loaded = load_story(story, _JUDGED)
        ends = _ends(loaded, left, right)
        ruling = _make_ruling(loaded, ends, judging)
        rulings = read_records(story, Ruling)
        same = _find_repeated(loaded, rulings, ruling, ends)
        if same is not None:
            say(f"That was judged before: {same.id}, by {same.by}. Nothing was changed.")
            return 0
        _refuse_clash(loaded, rulings, ruling, ends)
        say(_preview(loaded, ends, judging.verdict))
        if judging.dry_run:
            say("Nothing was changed.")
            return 0
        write_ruling(story, ruling)
        say(f"Noted as {ruling.id}. Next: onrecord run {path}. To take it back: onrecord undo {path} {ruling.id}")
    return 0


def undo_ruling(path: Path, name: str, judging: Judging) -> int:
    """Take a judgement back; the log keeps both lines."""
    with open_story(path) as story, hold(path):
        ruling = _find_ruling(story, name)
        made = judging.now.isoformat(timespec="seconds")
        write_ruling(
            story,
            replace(
                ruling,
                id=thing_id("judgement", f"{made}|undo|{ruling.id}"),
                by=judging.by,
                why=judging.why or "",
                made=made,
                undoes=ruling.id,
            ),
        )
    say(f"{ruling.id} is taken back; the log keeps it. Next: onrecord run {path}")
    return 0


def _find_ruling(story: StoryFile, name: str) -> Ruling:
    rulings = read_records(story, Ruling)
    standing = find_standing(rulings)
    for ruling in standing:
        if ruling.id == name:
            return ruling
    if any(ruling.id == name for ruling in rulings):
        raise UsageError(f"{name} was taken back before, or takes back another. Nothing was changed.")
    known = [ruling.id for ruling in standing]
    raise UsageError(f"there is no judgement {name!r}.{nearest(name, known)} They are in: onrecord show ... judgements")


def _ends(story: Story, left: str, right: str) -> tuple[Referent, Referent]:
    ends = find_referent(story, left), find_referent(story, right)
    if ends[0].relation != ends[1].relation:
        kinds = [KINDS[end.relation] for end in ends]
        raise UsageError(f"{left!r} is a {kinds[0]} and {right!r} a {kinds[1]}: they cannot be compared")
    if ends[0].mark == ends[1].mark:
        raise UsageError(f"{left!r} and {right!r} are the same {KINDS[ends[0].relation]} of one report")
    return ends


def _make_ruling(story: Story, ends: tuple[Referent, Referent], judging: Judging) -> Ruling:
    texts = {document.id: document for document in story.documents}
    left, right = (select(texts[end.document], KINDS[end.relation], end.span) for end in ends)
    made = judging.now.isoformat(timespec="seconds")
    return Ruling(
        id=thing_id("judgement", f"{made}|{judging.verdict}|{ends[0].mark}|{ends[1].mark}"),
        relation=ends[0].relation,
        left=left,
        right=right,
        verdict=judging.verdict,
        by=judging.by,
        why=judging.why or "",
        made=made,
    )


def _find_repeated(
    story: Story, rulings: Sequence[Ruling], new: Ruling, ends: tuple[Referent, Referent]
) -> Ruling | None:
    marks = {ends[0].mark, ends[1].mark}
    standing, _ = attach_rulings(rulings, story.documents, story.marks)
    for judgement in standing:
        if {judgement.left, judgement.right} == marks and judgement.verdict == new.verdict:
            return next(ruling for ruling in rulings if ruling.id == judgement.id)
    return None


def _refuse_clash(story: Story, rulings: Sequence[Ruling], new: Ruling, ends: tuple[Referent, Referent]) -> None:
    standing, _ = attach_rulings(rulings, story.documents, story.marks)
    clashing = find_clash(story.marks, standing, as_judgement(new, ends[0].mark, ends[1].mark))
    if clashing:
        made = {ruling.id: ruling for ruling in rulings}
        named = "; ".join(_tell_ruling(made[judgement.id]) for judgement in clashing)
        raise UsageError(f"this cannot stand beside {named}. Take one back first: onrecord undo STORY.db ID")


def _tell_ruling(ruling: Ruling) -> str:
    verb = {"yes": "one", "no": "not one", "unsure": "kept apart, unsure"}[ruling.verdict]
    return f"{ruling.id} (“{ruling.left.quote}” and “{ruling.right.quote}”: {verb}, by {ruling.by}, {ruling.made[:10]})"


def _preview(story: Story, ends: tuple[Referent, Referent], verdict: Verdict) -> str:
    left, right = ends
    are_one = left.thing is not None and left.thing == right.thing
    whole = count_marks(story, left.relation, tuple(dict.fromkeys((*left.marks, *right.marks))))
    if verdict == "yes":
        now = "they are one already, and stay so" if are_one else f"they become one, with {whole}"
    else:
        now = "they are one now, and are taken apart" if are_one else "they are two already, and stay so"
    return f"{left.label}; and {right.label}: {now}."
