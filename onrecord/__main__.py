"""Lets `python -m onrecord` do what `onrecord` does."""

from onrecord.cli import main

main()
