"""The page that people look at: a story drawn as one self-contained HTML file."""

from onrecord.dossier.rendering import draw_dossier

__all__ = ["draw_dossier"]
