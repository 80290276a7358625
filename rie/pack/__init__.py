"""Packs: one folder that describes a domain, validated, and what is derived from it."""

from rie.pack.load import available_packs, load_pack
from rie.pack.model import Column, Event, Form, Label, Match, Pack, Role, Source, Table
from rie.pack.terms import Terms

__all__ = ["Column", "Event", "Form", "Label", "Match", "Pack", "Role", "Source", "Table", "Terms", "available_packs", "load_pack"]
