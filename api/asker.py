"""What answers questions: `rie.ask.ask`, or what a test puts in its place."""

from collections.abc import Callable

from rie.types import Answer

Asker = Callable[..., Answer]
