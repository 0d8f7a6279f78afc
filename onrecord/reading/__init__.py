"""Turns what was published into captures, documents and problems; nothing is lost and nothing is guessed."""

from onrecord.reading.details import Details
from onrecord.reading.intake import Intake
from onrecord.reading.plain import find_details
from onrecord.reading.reports import read_sources

__all__ = ["Details", "Intake", "find_details", "read_sources"]
