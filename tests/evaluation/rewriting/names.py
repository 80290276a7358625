"""Companies and persons with names of other shapes, in text and gold alike."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from rie.values import strip_legal_form
from tests.evaluation.rewriting.lines import Record

_COMPANIES: Final = ("company", "acquirer", "target", "seller", "investors", "lead_investors", "acquirers", "sellers")
Names = Sequence[str]
_SHAPES: Final[Mapping[str, Names]] = {
    "one word": ("Zelkova", "Brimworth", "Quenta", "Torvane", "Ostrand", "Mellique", "Pardoni", "Skerrit"),
    "two words": ("Harrow Peak", "Tessel Bridge", "Norling Systems", "Cobalt Ridge", "Vantor Labs", "Merrin Foods", "Ashby Marine"),
    "three words": ("Bristow Myles Squire", "Great Plains Lumber", "Pacific Rim Dairy", "Hollis Grant Energy", "Northern Lakes Power",
                    "Old Mill Paper", "Stone Harbor Media"),
    "with &": ("Sutton & Hale", "Proctor & Grange", "Barnard & Noakes", "Wyeth & Sons", "Lisle & Poole", "Marsh & Orr", "Holt & Ray"),
    "with a legal form": ("Zelkova Inc.", "Harrow Peak Ltd", "Brimworth Corp.", "Quenta GmbH", "Ostrand AB", "Torvane plc", "Mellique SA"),
    "lower case first": ("iRovo", "eMerge", "adinas", "iQuent", "eToran", "nVelo", "bioBrim", "xTorva"),
    "digits": ("4M", "Harlow 77", "31st Avenue Wolf", "9x9", "7Even Stores", "Studio 58", "360Brim", "Pier 12"),
    "dots": ("Mall.Ru", "Brim.com", "Quenta.ai", "Torva.io", "A.C. Brimley", "J.D. Torvane", "Ostrand.de", "Skerrit.co"),
    "capitals": ("ON Torvane", "BRM", "IQ Foods", "ZKV Group", "OSRAND", "NXQ Systems", "HBT", "MQ Energy"),
    "hyphens": ("Brim-Torvane", "Coca-Mola", "Harrow-Peak Group", "Ost-Rand", "Anheuser-Brim", "Rolls-Norling", "Mell-Tech", "Quen-Tel"),
    "apostrophes": ("McTorvane's", "Brimley's", "L'Ostrand", "Kohn's", "O'Hallan Foods", "D'Ardeno", "Wendel's", "Macey's"),
    "common words": ("Apricot", "Shelter", "Gap Stores", "Target Point", "Ladder", "Plate", "Compass Rose", "Bench"),
}  # fmt: skip
_PERSONS: Final[Mapping[str, Names]] = {
    "initials": ("J.P. Morrow", "R. Keith Landau", "A. G. Laffan", "William F. Tarbox", "D. Carver Holt", "E.J. Sands"),
    "hyphens and apostrophes": ("Anne-Marie O'Neill", "Jean-Luc D'Amico", "Sinead O'Rourke", "Mary Smith-Jones", "Kim Yong-ho"),
    "particles": ("Pieter van der Meer", "Ursula von Lauen", "Ana de la Cruz", "Marco Di Pietro", "Jan van Dijk", "Luis dos Santos"),
    "not English": ("Nguyen Thi Hoa", "Søren Ågård", "Venkataraman Subramanian", "Zhang Wei", "Oluwaseun Adeyemi", "Władysław Wójcik"),
    "Jr.": ("Harold Tarbox Jr.", "William Ames III", "James Holt, Jr.", "Robert Sands Sr.", "Paul Orr II", "Mark Ewald Jr"),
    "common words": ("Grace Banks", "Hope Price", "Will Short", "Mark Sales", "Art Gold", "Bill Cash"),
}
_SUFFIXES: Final = {"Jr.", "Jr", "II", "III", "Sr."}


def _swapped(columns: Sequence[str], names: Names, short: bool) -> Any:
    def rewriting(document: Record, gold: Record) -> tuple[Record, Record] | None:
        text = "\n\n".join(document[key] for key in ("title", "text") if document.get(key))
        known = list(_known(gold, columns))
        first = sum(map(ord, document["id"])) % len(names)  # so that each document has others
        forms = _forms(known, [*names[first:], *names[:first]], text, short)
        if not forms:
            return None
        one = re.compile(r"(?<![\w&])(?:" + "|".join(sorted(map(re.escape, forms), key=len, reverse=True)) + r")(?![\w&])")

        def swap(text: str) -> str:
            return one.sub(lambda match: forms[match[0]], text)

        changed = {key: swap(document[key]) for key in ("title", "text") if document.get(key)}
        reports = [{key: _swap_cell(cell, swap) if key in columns else cell for key, cell in report.items()} for report in gold["reports"]]
        return {**document, **changed}, {**gold, "reports": reports}

    return rewriting


def _swap_cell(cell: Any, swap: Any) -> Any:
    if isinstance(cell, str):
        return swap(cell)
    return [_swap_cell(one, swap) for one in cell] if isinstance(cell, list) else cell


def _known(gold: Record, columns: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The names of each company or person of gold, all its forms."""
    for report in gold["reports"]:
        for key in columns:
            cell = report.get(key) or []
            for one in cell if cell and isinstance(cell, list) and isinstance(cell[0], list) else [cell]:
                yield (one,) if isinstance(one, str) else tuple(one)


def _forms(known: Sequence[tuple[str, ...]], names: Names, text: str, short: bool) -> dict[str, str]:
    """What each form of each name becomes, a lone first or last word of it too where the text never writes it small."""
    found: dict[str, str] = {}
    for group, new in zip(_groups(known, text), names, strict=False):
        base = min((strip_legal_form(form) for form in group), key=len)
        lone = max(group, key=len).split()[-1 if short else 0]
        for form in sorted(group, key=len):
            surname = short and form == base and " " not in form and len(group) > 1
            found.setdefault(form, _short(new) if surname else new)
        if len(lone) > 3 and lone not in found and lone.lower() not in text and re.search(rf"\b{re.escape(lone)}\b(?! [A-Z])", text):
            found[lone] = _short(new) if short else new
    return found


def _groups(known: Sequence[tuple[str, ...]], text: str) -> list[set[str]]:
    """The forms of one name that the text has, but for those in capitals or without any."""
    groups: list[set[str]] = []
    for forms in known:
        written = {form for form in forms if form[:1].isupper() and form in text and not form.isupper()}
        same = next((group for group in groups if group & written), None)
        if same is not None:
            same |= written
        elif written:
            groups.append(written)
    return groups


def _short(name: str) -> str:
    """A person's surname."""
    words = [word for word in name.replace(",", "").split() if word not in _SUFFIXES]
    at = next((at for at, word in enumerate(words[1:], 1) if word.islower()), len(words) - 1)
    return " ".join(words[at:])


REWRITINGS: Final[Mapping[str, Any]] = {
    **{f"companies: {shape}": _swapped(_COMPANIES, names, short=False) for shape, names in _SHAPES.items()},
    **{f"persons: {shape}": _swapped(("person",), names, short=True) for shape, names in _PERSONS.items()},
}
