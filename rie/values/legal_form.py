"""The legal form at the end of a company's name, and the country whose law knows it."""

from rie.values.name import form_words

_ONE_NAME = {
    "incorporated": "inc", "corporation": "corp", "company": "co", "limited": "ltd",
    "publiclimitedcompany": "plc", "privatelimited": "pvtltd",
    "privateltd": "pvtltd", "pvt": "pvtltd", "pty": "ptyltd", "pte": "pteltd", "companylimited": "coltd", "colimited": "coltd",
    "kabushikikaisha": "kk", "berhad": "bhd", "spolkazoo": "spzoo", "abpubl": "ab", "aspubl": "as",
}  # fmt: skip
_LAWS = {
    "us": "inc corp co llc lp lllp coinc pc corpltd incltd", "uk": "ltd plc llp unlimited", "au": "ptyltd", "sg": "pteltd", "in": "pvtltd",
    "asia": "coltd", "de": "gmbh gmbhandcokg gmbhandcokgaa ag kg kgaa ug ev eg mbh gesmbh", "fr": "sa sas sarl sca", "it": "spa srl",
    "nl": "nv bv cvba sprl", "se": "ab", "fi": "oy oyj oyab", "no": "as asa", "dk": "aps", "jp": "kk gk yk", "my": "bhd sdnbhd",
    "pl": "spzoo", "id": "tbk", "ru": "pjsc ojsc oao ooo pao zao jsc cjsc", "br": "ltda ltdame", "mx": "sadecv sabdecv sderldecv decv",
    "hu": "kft zrt nyrt", "cz": "sro", "eu": "se", "is": "ehf hf", "ae": "bsc wll fze fzco",
}  # fmt: skip
_LAW_OF = {form: law for law, forms in _LAWS.items() for form in forms.split()}


def legal_form(name: str) -> str:
    """The legal form of a name in one spelling: "inc" for "Hooli, Incorporated"; empty without one."""
    joined = "".join(form_words(name)).removeprefix("and")
    return _ONE_NAME.get(joined, joined)


def law_of(form: str) -> str:
    """The law that knows a form as `legal_form` gives it: "de" for "gmbh"; the form itself where it is told of no country."""
    return _LAW_OF.get(form, form)
