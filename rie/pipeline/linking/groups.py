"""Names of one thing within a document: "Cronus" and "CRONUS" are "Cronus Industries Inc" when that stands there too."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from spacy.tokens import Doc, Span

from rie.pipeline.linking.aliases import AliasTable
from rie.pipeline.sentences import bounds_of
from rie.values.name import acronym, fold, form_words

LAST_WORD = 6  # letters from which the last word of a name may stand for it
# "Google Ventures" is not Google
ARMS = {"ventures", "venture", "capital", "fund", "foundation", "partners", "investments", "bank", "labs"}
# nor is "Hooli" short for the "Hooli Europe" that is told of behind it
REGIONS = {"europe", "asia", "america", "americas", "africa", "uk", "usa", "us", "china", "india", "japan", "australia", "canada", "mexico",
           "brazil", "germany", "france", "deutschland", "ireland", "italy", "spain", "singapore", "iberia", "nordics", "benelux", "emea",
           "apac", "latam"}
Sentences = Mapping[str, set[int]]


def group_names(spans: Sequence[Span], aliases: AliasTable, *, by_last_word: bool = False) -> list[str]:
    """For each mention the fullest name that the document has for the same thing; people are also called by their last name, or by a
    first name that no other has.
    """
    surfaces = [" ".join(span.text.split()) for span in spans]
    folded = [fold(surface) for surface in surfaces]
    best = best_spellings(folded, surfaces)
    if by_last_word:
        return [best[_person(key, best)] for key in folded]
    first = [_sentence(span) for span in spans]
    sentences = {key: {start for start, other in zip(first, folded, strict=True) if other == key} for key in best}
    title = {0} if spans and has_title(spans[0].doc) else set()
    return [best[_fullest(key, best, sentences, aliases, title)] for key in folded]


def _person(key: str, best: Mapping[str, str]) -> str:
    """The fullest name that ends with this one; else the only one that begins with it."""
    by_last = max((other for other in best if other == key or other.endswith(" " + key)), key=len)
    by_first = [other for other in best if other.startswith(key + " ")] if by_last == key and " " not in key else []
    return by_first[0] if len(by_first) == 1 else by_last


def _sentence(span: Span) -> int:
    """The first token of the sentence that a span begins in."""
    bounds = bounds_of(span.doc)
    number: int = bounds.numbers[span.start]
    return bounds.tokens[number][0]


def has_title(doc: Doc) -> bool:
    """Whether the first sentence is a title and not the beginning of the text."""
    document = doc.user_data.get("document")
    return document is None or bool(document.title)


def best_spellings(keys: Sequence[str], surfaces: Sequence[str]) -> dict[str, str]:
    """Of each key the best of its spellings."""
    best: dict[str, str] = {}
    for surface, key in zip(surfaces, keys, strict=True):
        best[key] = _better(best.get(key, surface), surface)
    return best


def _better(one: str, other: str) -> str:
    """Of two spellings of one name: mixed case before capitals, then the longer, then the first."""
    return max((one, other), key=lambda name: (not name.isupper() or len(name) < 5, len(name)))


def _inside(name: str, title: str) -> bool:
    """Whether a title's name is a name of the text with a word before or after it ("Grocer Marlowe & Finch", "Bluecrane Health Signs")."""
    return title != name and (title.endswith(" " + name) or (title.startswith(name + " ") and " " in name))


def _fullest(key: str, best: Mapping[str, str], sentences: Sentences, aliases: AliasTable, title: set[int]) -> str:
    if aliases.is_custom(key):
        return key
    known = bool(aliases.by_name.get(key))
    longer = longer_names(key, best, sentences, title, known=known)
    if known:
        longer = [other for other in longer if not is_arm(key, other)]
    return max(longer, key=len) if longer else key


def is_arm(key: str, longer: str) -> bool:
    """Whether a longer name is that of a part or a relation of the shorter: "Google Ventures"."""
    return bool(ARMS & (set(longer.split()) - set(key.split())))


def longer_names(key: str, best: Mapping[str, str], sentences: Sentences, title: set[int], *, known: bool) -> list[str]:
    """The other names of the document that begin or end with this one or that it abbreviates; for one of a title, those that it ends with.

    Args:
        key: a folded name.
        best: all names of the document: of each folded one how it is written.
        sentences: where each stands.
        title: the number of the sentence that is the title; empty where none is.
        known: whether a table knows the name, which its last word is no sign against.
    """
    in_title = sentences[key] == title
    inner = [other for other in best if in_title and _inside(other, key) and sentences[other] != title]
    if inner:
        return inner
    near = best if in_title else _near(key, best)
    longer = [other for other in near if other != key and _abbreviates(key, other, best, sentences, title)]
    longer = [other for other in longer if in_title or sentences[other] != title]
    return longer if longer or known else [other for other in best if _ends_with(key, other, sentences)]


def _near(short: str, best: Mapping[str, str]) -> list[str]:
    """The names that one can abbreviate: that begin with it, have its letters, or have it as their acronym."""
    begun, letters = short + " ", short.replace(" ", "")
    return [other for other, written in best.items()
            if other.startswith(begun) or letters in letters_of(written) or other.replace(" ", "") == letters]


def _ends_with(short: str, long: str, sentences: Sentences) -> bool:
    """Whether a later word is the last of a longer name: "Fontvieille" of "Tissages Fontvieille"."""
    if " " in short or len(short) < LAST_WORD or not long.endswith(" " + short):
        return False
    return min(sentences[long]) < min(sentences[short]) and not sentences[short] <= sentences[long]


@lru_cache(maxsize=10_000)
def letters_of(name: str) -> tuple[str, str]:
    """The acronym of a name without its legal form and with it, lower case: "hib" and "hibc" of "Hooli Iron and Brass Corp"."""
    short = acronym(name).casefold()
    return short, short + "".join(word[0] for word in form_words(name))


def _abbreviates(short: str, long: str, best: Mapping[str, str], sentences: Sentences, title: set[int]) -> bool:
    if short.replace(" ", "") in letters_of(best[long]):
        return len(short) > 1
    if short.replace(" ", "") == long.replace(" ", ""):
        return len(short) < len(long)  # "Air UK" and "Air U.K. Ltd"
    if _is_branch(short, long, sentences, title):
        return False
    if sentences[short] <= sentences[long] or len(short) < 3 or form_words(best[short]) or "/" in best[long]:
        return False  # "Hooli Inc" is a whole name and not short for "Hooli Airlines Inc", nor is "Hooli" for "Hooli/Initech"
    return long.startswith(short + " ") or (sentences[short] == title and set(short.split()) < set(long.split()))


def _is_branch(short: str, long: str, sentences: Sentences, title: set[int]) -> bool:
    """Whether a longer name is that of a branch abroad of whom the text named before: "Tarp" and, further on, "Tarp Europe"."""
    before = min(sentences[short] - title, default=None)
    return before is not None and before < min(sentences[long] - title, default=-1) and long.removeprefix(short + " ") in REGIONS
