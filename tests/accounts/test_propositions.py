"""One says that the depot was searched, another that nobody searched it: what is said of one thing, both ways."""

from __future__ import annotations

import pytest

from onrecord.accounts.opposites import find_end, find_family, has_weight, load_opposites, load_synonyms
from onrecord.accounts.propositions import Proposition, find_propositions
from onrecord.accounts.sayings import gather
from onrecord.linking import link
from onrecord.records import Accounts, Discrepancy
from tests.accounts.comparing import compared
from tests.linking.reports import Called, Told, make_marks, make_report

ORLOVA, BRANDT = "Lena Orlova", "Marek Brandt"
PEOPLE = [Called(ORLOVA, role="Korvan minister"), Called(BRANDT, role="Brelian minister")]
HEAD = {
    "a.txt": "Korvan minister Lena Orlova met Brelian minister Marek Brandt in Korva, not in Brelia.",
    "b.txt": "From Brelia to Korva: yesterday Marek Brandt, the Brelian one, received the Korvan one, Lena Orlova.",
}


def propositions(*sayings: Told) -> list[Proposition]:
    """Return the propositions of one report in which one saying follows the other."""
    text = "\n".join([HEAD["a.txt"], *(f"{one.speaker} {one.cue} {one.words}." for one in sayings)])
    document = make_report("a.txt", text, "2031-05-02")
    marks = make_marks(document, sayings, PEOPLE, places=["Korva", "Brelia"])
    return list(find_propositions(gather([document], [marks], link([document], [marks], ()))))


def laid_out(*told: tuple[str, Told]) -> Accounts:
    """Return the accounts of reports, named beside what each of them tells."""
    found = []
    for uri in dict.fromkeys(uri for uri, _ in told):
        sayings = [one for name, one in told if name == uri]
        text = "\n".join([HEAD[uri], *(f"{one.speaker} {one.cue} {one.words}." for one in sayings)])
        document = make_report(uri, text, "2031-05-02" if uri == "a.txt" else "2031-05-09")
        found.append((document, make_marks(document, sayings, PEOPLE, places=["Korva", "Brelia"])))
    return compared(*found)


def opposed(accounts: Accounts) -> list[Discrepancy]:
    return [found for found in accounts.discrepancies if found.by == "accounts opposing"]


def test_words_of_one_root_are_of_one_family() -> None:
    assert find_family("proposal") == find_family("proposed")
    assert find_family("inquiry") == find_family("investigated")
    assert find_family("Korvans") == find_family("Korvan")
    assert find_family("harbour") != find_family("harvest")


def test_opposites_stand_at_two_ends_of_one_family() -> None:
    assert find_family("reopened") == find_family("shut")
    assert find_end("reopened") == -find_end("shut") == 1
    assert find_end("harbour") == 0
    assert not load_opposites().keys() & load_synonyms().keys()


def test_light_words_tell_no_claims_apart() -> None:
    assert has_weight("harbour")
    assert not has_weight("said")
    assert not has_weight("the")


@pytest.mark.parametrize(
    ("told", "mode", "sign"),
    [
        (Told("that the depot was searched", ORLOVA), "fact", 1),
        (Told("that the depot was not searched", ORLOVA, act="deny", denial=True), "fact", -1),
        (Told("that the depot was searched", ORLOVA, "denied", "deny", denial=True), "fact", -1),
        (Told("Brelia of searching the depot", ORLOVA, "accused", "accuse"), "fact", 1),
        (Told("that the depot is a ruin", ORLOVA), "open", 1),
        (Told("that the depot must be searched", ORLOVA), "wish", 1),
        (Told("that the depot must not be searched", ORLOVA), "wish", -1),
        (Told("that Korva is against a search of the depot", ORLOVA), "wish", -1),
        (Told("that the depot is not a subject for bargains", ORLOVA), "wish", -1),
        (Told("a search of the depot", ORLOVA, "demanded", "request"), "wish", 1),
        (Told("a search of the depot", ORLOVA, "rejected", "oppose"), "wish", -1),
        (Told("no search of the depot", ORLOVA, "agreed to", "support"), "wish", -1),
    ],
)
def test_what_a_clause_says_and_which_way(told: Told, mode: str, sign: int) -> None:
    (found,) = propositions(told)
    assert (found.mode, found.sign) == (mode, sign)
    assert find_family("depot") in found.families


@pytest.mark.parametrize(
    "told",
    [
        Told("that the depot might be searched", ORLOVA),
        Told("whether the depot was searched", ORLOVA, "asked", "ask"),
        Told("that the depot was not really searched", ORLOVA),
        Told("that guards kept people from searching the depot", ORLOVA),
        Told("that Korva would not oppose a search of the depot", ORLOVA),
        Told("that this was a lie", ORLOVA, act="deny", denial=True),
        Told("that she did not", ORLOVA),
        Told("Brandt a burglar of depots", ORLOVA, "called", "request"),
        Told("the depot", ORLOVA, "praised", "praise"),
        Told("the depot", ORLOVA, "had in view", "assert"),
        Told("that the depot was searched", None),
    ],
)
def test_what_is_open_half_said_or_bare_claims_nothing(told: Told) -> None:
    assert not propositions(told)


def test_a_contrast_is_no_denial_of_the_rest() -> None:
    (found,) = propositions(Told("that guards searched the depot, not the chapel", ORLOVA))
    assert found.sign == 1
    assert find_family("chapel") not in found.families


def test_a_wish_that_is_put_into_a_mouth_is_not_taken_for_one() -> None:
    outer = Told("the claim that Brandt demanded a search of the depot", ORLOVA, "rejected", "oppose")
    inner = Told("a search of the depot", BRANDT, "demanded", "request", inside=outer.words)
    assert [found.saying.speaker for found in propositions(outer, inner)] == [ORLOVA]


def test_it_and_the_plan_stand_for_the_wish_before_them() -> None:
    wish = Told("that Korva should reopen the salt mine", ORLOVA)
    for words in ("it", "the plan"):
        _, answer = propositions(wish, Told(words, BRANDT, "spoke against", "oppose"))
        assert find_family("mine") in answer.families
        assert answer.sign == -1


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (
            Told("that the customs inspector had been to the depot twice", ORLOVA),
            Told("that the customs inspector had twice been to the depot", BRANDT, "denied", "deny", denial=True),
            "denial",
        ),
        (
            Told("an armistice commission", ORLOVA, "asked for", "request"),
            Told("the idea of an armistice commission", BRANDT, "rejected", "oppose"),
            "opposition",
        ),
        (
            Told("that the Zelnik mine was shut in autumn", ORLOVA),
            Told("that the Zelnik mine was open in autumn", BRANDT),
            "denial",
        ),
        (
            Told("that the salt mine of Zelnik must be reopened", ORLOVA),
            Told("that the salt mine of Zelnik must not be reopened", ORLOVA),
            "position",
        ),
        (
            Told("that Brandt stole the church bells", ORLOVA),
            Told("that no bells were stolen", BRANDT, act="deny", denial=True),
            "denial",
        ),
    ],
)
def test_opposite_words_of_one_thing_are_laid_against_each_other(one: Told, other: Told, kind: str) -> None:
    kinds = {found.kind for found in laid_out(("a.txt", one), ("b.txt", other)).discrepancies}
    assert kind in kinds


def test_a_denial_that_names_who_made_the_claim_answers_it() -> None:
    claim = Told("that forty lorries had gone north", BRANDT)
    answer = Told("that the lorries of which Brandt spoke carried no rifles", ORLOVA, act="deny", denial=True)
    (found,) = opposed(laid_out(("a.txt", claim), ("a.txt", answer)))
    assert [member.says for side in found.sides for member in side.members] == [claim.words, answer.words]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Told("that Orlova saw Brandt", ORLOVA), Told("that Orlova never saw Brandt", BRANDT, act="deny", denial=True)),
        (Told("that she had slept badly", ORLOVA), Told("that he had not slept", BRANDT, act="deny", denial=True)),
        (Told("a ban on eels", ORLOVA, "asked for", "request"), Told("to eat eels", BRANDT, "refused", "oppose")),
        (Told("that the salt mine must be reopened", ORLOVA), Told("that the salt mine was not open", BRANDT)),
        (Told("that the ferry was late", ORLOVA), Told("that no train was late", BRANDT)),
    ],
)
def test_what_only_shares_a_word_is_left_alone(one: Told, other: Told) -> None:
    assert not opposed(laid_out(("a.txt", one), ("b.txt", other)))


def test_what_was_dropped_keeps_its_reason() -> None:
    one = Told("that the ferry was late at the pier", ORLOVA)
    other = Told("that no train was late at the pier", BRANDT)
    considered = [c for c in laid_out(("a.txt", one), ("b.txt", other)).considered if c.by == "accounts opposing"]
    assert [(c.left.says, c.right.says) for c in considered] == [(one.words, other.words)]
    assert "not what the one denies" in considered[0].why


def test_nobody_denies_what_was_not_yet_said() -> None:
    claim = Told("that Brandt stole the church bells", ORLOVA, day="2031-05-01")
    denial = Told("that no bells were stolen", BRANDT, act="deny", denial=True, day="2031-05-02")
    assert opposed(laid_out(("a.txt", claim), ("b.txt", denial)))
    early = Told(denial.words, BRANDT, act="deny", denial=True, day="2031-04-02")
    assert not opposed(laid_out(("a.txt", claim), ("b.txt", early)))


def test_a_position_of_unknown_order_says_so() -> None:
    one = Told("that the salt mine of Zelnik must be reopened", ORLOVA)
    other = Told("that the salt mine of Zelnik must not be reopened", ORLOVA)
    (found,) = [f for f in laid_out(("a.txt", one), ("b.txt", other)).discrepancies if f.kind == "position"]
    assert found.missing


@pytest.mark.parametrize(
    ("form", "verb"), [("wrote", "write"), ("written", "write"), ("stolen", "steal"), ("flew", "fly")]
)
def test_forms_of_a_verb_that_no_ending_gives_are_of_its_family(form: str, verb: str) -> None:
    assert find_family(form) == find_family(verb)
    assert find_family(form) != find_family("sail")
