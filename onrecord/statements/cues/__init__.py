"""Rules that find a cue and propose what is said, with whoever says it."""
