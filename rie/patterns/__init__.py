"""Regular expressions are tried only where they can be found: what words they need, what they begin with, where a match can begin."""

from rie.patterns.needed import Patterns, needed_words, plain_text
from rie.patterns.openings import Begun, Openings, openings
from rie.patterns.scan import beginnings, matches

__all__ = ["Begun", "Openings", "Patterns", "beginnings", "matches", "needed_words", "openings", "plain_text"]
