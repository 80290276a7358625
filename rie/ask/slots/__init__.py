"""Questions whose names tell their roles by what they are: a company and a person are never mixed up, so slots are enough."""

from rie.ask.slots.read import slot_form
from rie.ask.slots.state import Slots

__all__ = ["Slots", "slot_form"]
