"""Errors that are the caller's to mend; each names its file, document or stage and says what to do."""


class OnrecordError(Exception):
    """The root of every error that onrecord raises on purpose."""


class SourceError(OnrecordError):
    """A source that was named cannot be read at all: no such file, no permission, an empty folder."""


class StoryError(OnrecordError):
    """The story file is no story, is from a newer version, is damaged or in use, or cannot be written."""


class UsageError(OnrecordError):
    """A word of the command is not understood: an unknown view, document, column or date."""
