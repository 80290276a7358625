"""Settings: option before environment before default."""

import pytest

from rie.errors import UsageError
from rie.settings import SETTINGS, setting


def test_option_goes_before_environment_before_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RIE_PORT", raising=False)
    assert setting("port") == 8000
    monkeypatch.setenv("RIE_PORT", "9000")
    assert setting("port") == 9000
    assert setting("port", 0) == 0


def test_a_value_of_a_wrong_type_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RIE_WORKERS", "many")
    with pytest.raises(UsageError, match="RIE_WORKERS='many'"):
        setting("workers")


def test_names_are_unique_and_helped() -> None:
    assert len({item.name for item in SETTINGS}) == len(SETTINGS)
    assert all(item.help.endswith(".") for item in SETTINGS)
