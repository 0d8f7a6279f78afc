"""I want to tell what somebody denies from what the report itself says did not happen."""

import pytest

from onrecord.language import Parser
from tests.events.test_events import events


@pytest.mark.parametrize(
    ("text", "modality", "cue"),
    [
        ("Velmar said its guns had not shelled Harn.", "denied", "not"),
        ("Velmar never shelled Harn.", "negated", "never"),
        ("Quell said he had never attacked Harn.", "denied", "never"),
        ("Quell said he had not yet visited Harn.", "negated", "not"),
        ("Quell said he would not visit Harn.", "negated", "would"),
        ("Quell insisted that nobody was arrested in Harn.", "denied", "nobody"),
        ("Nobody was arrested in Harn, the governor insisted.", "denied", "Nobody"),
        ("Nobody was arrested in Harn.", "negated", "Nobody"),
        ("There had been no attack on Harn, the governor said.", "denied", "no"),
        ("No such raid took place, the governor said.", "denied", "No"),
        ("There is no attack on Harn, the governor insisted.", "denied", "no"),
        ("Quell rejected as untrue a report of an attack on Harn.", "denied", "rejected"),
        ("Quell was adamant that he had not attacked Harn.", "denied", "not"),
        ("Quell swore that his men had not attacked Harn.", "denied", "not"),
        ("Quell let it be known that he had not attacked Harn.", "denied", "not"),
        ("Velmar: we did not attack Harn.", "denied", "not"),
        ("Contrary to reports, nobody was arrested in Harn, the governor said.", "denied", "Nobody"),
        ("Rebels attacked Harn, a charge they deny.", "denied", "deny"),
        ("Rebels fired on Harn, which Velmar disputes.", "denied", "disputes"),
        ("Rebels attacked Harn, villagers say, but the movement denies it.", "denied", "denies"),
        ("Rebels attacked Harn, and Quell denied a bribe.", "happened", None),
        ("That rebels were arrested was denied by Quell.", "denied", "denied"),
        ("Quell ruled out that his men had attacked Harn.", "denied", "ruled"),
        ("Quell would not accept that his men attacked Harn.", "denied", "not"),
        ("Quell pleaded not guilty to attacking Harn.", "denied", "pleaded"),
        ("It is a lie that rebels attacked Harn.", "denied", "lie"),
        ("The claim that rebels attacked Harn is wrong.", "denied", "wrong"),
        ("Quell laughed off the suggestion that rebels attacked Harn.", "denied", "laughed"),
        ("Accusations of attacking Harn were met with a denial.", "denied", "denial"),
        ("Velmar has been wrongly accused of attacking Harn.", "denied", "wrongly"),
        ("Quell contests the army's version, under which rebels attacked Harn.", "denied", "contests"),
        ("Claims by guards that rebels attacked Harn are untrue.", "denied", "untrue"),
        ("An alleged attack on Harn could not be confirmed.", "alleged", "not"),
    ],
)
def test_who_says_that_it_did_not_happen(text: str, modality: str, cue: str | None, parser: Parser) -> None:
    told = [(e.modality, e.cue.of(text) if e.cue else None) for e in events(text, parser) if e.type != "REJECT"]
    assert (modality, cue) in told or (modality, cue and cue.lower()) in [(m, c and c.lower()) for m, c in told]
