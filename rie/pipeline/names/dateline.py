"""Datelines: "CHARLOTTE, N.C.--(BUSINESS WIRE)--Acme today reported", "FRANKFURT, Aug 7 (Reuters) - Acme said".

The service that carries a text is no party to what it tells, and the dashes glue it to the name that follows. For the pipeline the
service is blank; place and date stay, and every offset.
"""

import re
from collections.abc import Callable

_SERVICE = re.compile(
    r"^(?P<before> *[A-Z][^\n()]{1,50}?)(?P<gone>\s?[-–—]{0,2}\s?"
    r"(?:\((?P<named>[A-Za-z][\w .&'-]{1,40})\)|/(?P<slashed>[A-Z][\w .-]{2,40})/)"
    r"\s?(?:[-–—]{1,2}|_)\s?)", re.MULTILINE)
_WIRE = re.compile(
    r"\b(?:\w*wire\w*|reuters?|bloomberg|dow jones|a\.?p\.?|associated press|afp|u\.?p\.?i\.?|pti|ani|ians|dpa|efe|ansa|kyodo|jiji|yonhap"
    r"|xinhua|tass|interfax|market ?watch|globe ?news\w*|cnw|news\w*|press|pr|prn|rns|awp|apa|stt|ntb|ritzau)\b", re.IGNORECASE)
_CITY = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý.'’-]{2,}\b")
_GLUED = re.compile(r"(?<=, \d{4})--(?=[A-Z])")  # "(BUSINESS WIRE)--Oct. 24, 1996--Acme"
_ALONE = re.compile(r"^ *\([A-Z][\w .&'-]{1,40}\) ?[-–—]{1,2} (?=[A-Z])", re.MULTILINE)  # "(Reuters) - Acme said"
_PLACED = re.compile(r"^( *[A-Z][A-Z.'\u2019 -]{2,40}(?:, [A-Z][\w.]{1,15})?)--(?=[A-Z])", re.MULTILINE)  # "PALO ALTO, Calif.--Acme"


def plain_datelines(text: str, is_place: Callable[[str], bool] = lambda _: False) -> str:
    """The text with the services of its datelines, and the dashes around them, as spaces before one dash; always of the same length.

    Args:
        text: of a document.
        is_place: whether a name is that of a place, behind which any short name in brackets is a service: "AMSTERDAM (ANB) -".
    """
    alone = _ALONE.sub(lambda match: "- ".rjust(len(match[0])), text)
    return _PLACED.sub(r"\1: ", _GLUED.sub(": ", _SERVICE.sub(lambda match: _blank(match, is_place), alone)))


def _blank(match: re.Match[str], is_place: Callable[[str], bool]) -> str:
    """Only a service that is called like one, or that stands behind a city, is blank: "Acme (ACM) - shares rose" stays."""
    service, before = match["named"] or match["slashed"], match["before"].lstrip()
    in_capitals = _CITY.match(before) is not None
    city = is_place(before.partition(",")[0].strip()) if service.isupper() else in_capitals
    told = match["slashed"] or _WIRE.search(service) or (in_capitals and city)
    length = len(match["gone"])
    if not told or length < len(" - "):
        return match[0]
    return match["before"] + " - ".rjust(length)
