"""Draws the dossier: views put into templates, style and script inlined, a policy that lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from onrecord.dossier.catalogue import catalogue_story
from onrecord.dossier.characters import finish
from onrecord.dossier.discrepancies import list_agreements, list_discrepancies
from onrecord.dossier.filters import list_choices
from onrecord.dossier.maps import draw_map
from onrecord.dossier.packing import Listed, pack_lists
from onrecord.dossier.places import list_mapped, list_places
from onrecord.dossier.positions import list_positions
from onrecord.dossier.quantities import list_quantities
from onrecord.dossier.sources import list_families, list_relays, list_sheets
from onrecord.dossier.speakers import list_speakers
from onrecord.dossier.summaries import describe_record, summarise
from onrecord.dossier.sums import list_sums
from onrecord.dossier.timeline import list_clocks
from onrecord.records import Story


def draw_dossier(story: Story) -> str:
    """Return a story as one HTML page that needs no network and runs nothing but its own script."""
    catalogue = catalogue_story(story)
    choices = list_choices(catalogue)
    places = list_places(catalogue)
    tables, alone = list_quantities(catalogue, choices)
    style, script = _asset("dossier.css"), Markup("").join((_asset("drawing.js"), _asset("dossier.js")))
    listed = Listed(
        sheets=list_sheets(catalogue, choices),
        fields=list_positions(catalogue, choices),
        speakers=list_speakers(catalogue, choices),
        clocks=list_clocks(catalogue, choices),
        tables=tables,
        alone=alone,
    )
    return (
        _environment()
        .get_template("page.html")
        .render(
            style=style,
            script=script,
            policy=_policy(style, script),
            choices=choices,
            summary=summarise(catalogue),
            cards=list_discrepancies(catalogue, choices),
            fields=listed.fields,
            clocks=listed.clocks,
            speakers=listed.speakers,
            agreements=list_agreements(catalogue, choices),
            relays=list_relays(catalogue),
            families=list_families(catalogue),
            tables=tables,
            alone=alone,
            places=places,
            map=draw_map(list_mapped(places)),
            sheets=listed.sheets,
            sums=list_sums(catalogue),
            data=Markup(pack_lists(listed)),  # escaped where it is packed
            about=describe_record(catalogue),
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("onrecord.dossier", "templates"),
        autoescape=True,
        finalize=finish,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _asset(name: str) -> Markup:
    loader = _environment().loader
    assert loader is not None
    return Markup(loader.get_source(_environment(), name)[0])  # ours, not a report's; nothing is put into it


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; connect-src 'none'; "
        "img-src 'none'; base-uri 'none'; form-action 'none'"
    )


def _digest(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"
