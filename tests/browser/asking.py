"""What the tests of the page do on it."""

import json
from urllib.parse import urlencode

QUESTION = "How much did Oakrune raise in 2016?"
GROUPED = "Total raised by year"
RANKED = "Top 10 funding rounds"
REFUSED = "What colour is the logo of Oakrune?"


def ask(page, question, box="#question"):
    """Type a question and wait for its answer."""
    page.fill(box, question)
    page.press(box, "Enter")
    page.wait_for_selector(".turn:last-child:not(.waiting)")


def asked(question, *after, **more):
    """The address of a question."""
    return "/?" + urlencode([("question", question), *[("after", earlier) for earlier in after], *more.items()])


def reply(body, status=200):
    """A handler that replies with JSON."""
    return lambda route: route.fulfill(status=status, content_type="application/json", body=json.dumps(body))


def answer(**values):
    """An answer with nothing special about it."""
    return {"id": None, "question": "?", "today": "2024-02-01", "snapshot": 1, "status": "answered", "reason": None, "answer": "So it is.",
            "interpretation": "", "columns": [], "rows": [], "row_count": len(values.get("rows", [])), "truncated": False, "sql": None,
            "parameters": {}, "template": None, "confidence": 1.0, "evidence": [], "evidence_total": 0, "coverage": None,
            "suggestions": [], "elapsed_ms": 1.0} | values


def span(**values):
    """A span of evidence with nothing special about it."""
    return {"row": 0, "table": "funding_round", "fact_id": "f", "report_id": "r", "role": "amount", "doc_id": "d", "part": "text",
            "key": None, "start_char": 0, "end_char": 1, "quote": "x"} | values
