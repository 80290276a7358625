"""What shows only when a pack is put to use: phrases that are no patterns, tables that cannot be made, triggers that no text has."""

import re
from collections.abc import Iterator, Sequence

import duckdb

from rie.pack import Label, Pack
from rie.store.ddl import ddl, internal_ddl


def trial(pack: Pack, texts: Sequence[str] = ()) -> list[str]:
    """The problems of a pack that agrees with itself, a sentence each.

    Args:
        pack: the pack.
        texts: examples of its domain; each vocabulary of a trigger must be found in one of them.
    """
    found = [*_phrases(pack), *_tables(pack)]
    return found or list(_triggers(pack, [text.lower() for text in texts]))


def _phrases(pack: Pack) -> Iterator[str]:
    found = {label.terms for label in pack.labels.values() if label.source == "terms"}
    for name, terms in pack.terms.items():
        for value, phrases in terms.values.items():
            if name in found and not value.isidentifier():
                yield f"terms.{name}.values: {value!r} is no name of a value; use letters, digits and _"
            yield from (f"terms.{name}.values.{value}: {problem}" for phrase in phrases for problem in _pattern(phrase, name in found))
    for name, label in pack.labels.items():
        yield from (f"labels.{name}.words: {problem}" for word in label.words for problem in _pattern(word, True))
    for name, event in pack.events.items():
        yield from (f"events.{name}.unless: {problem}" for phrase in event.unless for problem in _pattern(phrase, False))


def _pattern(phrase: str, is_mention: bool) -> Iterator[str]:
    try:
        if re.compile(phrase, re.IGNORECASE).match("") and is_mention:
            yield f"{phrase!r} fits where nothing stands; make a part of it obligatory"
    except re.error as error:
        yield f"{phrase!r} is no regular expression ({error}); put a backslash before ( ) [ ] . + * ? where they mean themselves"


def _tables(pack: Pack) -> Iterator[str]:
    with duckdb.connect() as connection:
        try:
            connection.execute(ddl(pack) + internal_ddl(pack))
        except duckdb.Error as error:
            yield f"tables: cannot be made ({str(error).splitlines()[0][:200]}); rename the table or column"


def _triggers(pack: Pack, texts: list[str]) -> Iterator[str]:
    for name, event in pack.events.items():
        label = pack.labels[event.trigger]
        if texts and label.source == "terms" and not any(_occurs(pack, label, text) for text in texts):
            yield f"events.{name}.trigger: no phrase of {label.terms!r} stands in any of the texts; add those that tell the event"


def _occurs(pack: Pack, label: Label, text: str) -> bool:
    phrases = [phrase for phrases in pack.terms[label.terms or ""].values.values() for phrase in phrases]
    return any(re.search(rf"\b(?:{phrase})", text) for phrase in phrases)
