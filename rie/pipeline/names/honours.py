"""What stands before and behind the names of people: titles, of all countries, and degrees, orders and posts in short."""

import re

_BEFORE = r"M[rs]{1,2}|Miss|Mdm|Mme|Dr|Prof|Rev|Engr?|Barr|Alhaj[ia]|Chief|Sir|Dame|Lord|Hon|Shri|Smt|Datuk|Encik|Puan"
TITLE = rf"(?:(?:{_BEFORE})\b\.? )?(?:\([A-Z][a-z]{{1,4}}\.?\) )?"  # "Chief (Mrs.) Jane Roe"
BEHIND_TITLE = re.compile(rf"\b(?:{_BEFORE})(?:\.|\b) ?(?:\([A-Z][a-z]+\.?\) )?$")  # "Ms Jane Roe CA(SA)"
BEHIND_NAME = re.compile(
    r"F?CA|ACA|ACCA|FCCA|CPA|CFA|F?CMA|[OCM]BE|[QKS]C|P\.?Eng|Ph\.?D|MBA|FCS|ACIS|CA\(SA\)|Esq|LLB|OFR|MFR|AO|AM"
    r"|G?MD|C[EFOT]O|[ES]?VP|GM")
