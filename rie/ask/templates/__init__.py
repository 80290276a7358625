"""Hand-written templates: the last resort before a question is refused."""

from rie.ask.templates.answer import TemplateAnswer, answered
from rie.ask.templates.files import Template, parse_template, read_templates, templates_of
from rie.ask.templates.match import Matched, Matches, matches_of

__all__ = ["Matched", "Matches", "Template", "TemplateAnswer", "answered", "matches_of", "parse_template", "read_templates", "templates_of"]
