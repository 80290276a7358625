"""Shared with the tests of distillation: a small pack, and a language model behind a service."""

from tests.distill.conftest import service, tiny_pack

__all__ = ["service", "tiny_pack"]
