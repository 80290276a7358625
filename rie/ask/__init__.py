"""Questions: mentions, logical form, SQL, rows, answer."""

from rie.ask.ask import STEPS, ask
from rie.ask.form import LogicalForm, Reading
from rie.ask.serialise import to_json

__all__ = ["STEPS", "LogicalForm", "Reading", "ask", "to_json"]
