"""What is wrong with a file of the house style, in a sentence for whoever put it there."""

from __future__ import annotations


class StyleRefused(ValueError):
    """The program does not start with this file: the sentence says which line, and what is right."""
