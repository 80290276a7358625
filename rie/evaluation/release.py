"""`rie evaluate PACK`: what is said of a pack's model besides the scores of its components: its confidence, and whether to ship it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy

import rie.pipeline  # noqa: F401  registers the components
from rie.distill.corpus import task_items
from rie.distill.curve import Curve
from rie.errors import UsageError
from rie.evaluation.reliability import Reliability, reliability
from rie.evaluation.systems import MEASURES, System, read
from rie.evaluation.versus import Versus, compare
from rie.pack import Pack

if TYPE_CHECKING:
    from rie.distill.llm.model import Usage

NEW, PREVIOUS, LLM = "new model", "previous model", "language model"


@dataclass(frozen=True)
class Release:
    """The systems that were run, the reliability of the new model's relations, the comparison, what a language model was used for."""

    systems: tuple[System, ...]
    reliability: Reliability
    versus: Versus | None = None
    usage: "Usage | None" = None

    def scores(self) -> dict[str, dict[str, Any]]:
        """The scores of each system by measure."""
        return {system.name: {measure: system.total(measure).as_dict() for measure in MEASURES} for system in self.systems}

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {"reliability": self.reliability.as_dict(), "systems": self.scores(),
                "comparison": self.versus.as_dict() if self.versus else None, "usage": self.usage.as_dict() if self.usage else None}


def evaluate_release(pack: Pack, part: str = "test", *, model: Path | None = None, previous: Path | None = None, llm: bool = False,
                     curve: Curve | None = None, progress: Callable[[str], None] | None = None) -> Release:
    """Run a pack's model over an annotated part, and compare it with the previous one and with the pipeline of `llm.cfg`.

    Args:
        part: `train`, `dev` or `test`.
        model: the new model; the pack's own when it is None.
        previous: the folder of the model that it would replace; it decides about shipping, without it the language model does.
        llm: whether the pipeline with a language model is run as well.
        curve: a learning curve, for how many more examples a gap takes.
        progress: is told which pipeline is read with.

    Raises:
        UsageError: a folder holds no model, or no language model is configured.
        PackError: the pack has no `llm.cfg`.
        LlmError: the language model does not answer, or its budget is used up.
    """
    tasks = [item for name in pack.tasks for item in task_items(pack, name, part)]
    folders = {NEW: model or pack.folder / "model", **({PREVIOUS: previous} if previous else {})}
    loaders: dict[str, Callable[[], Any]] = {name: _loader(folder) for name, folder in folders.items()}
    if llm:
        loaders[LLM] = lambda: _prototype(pack)
    pipelines = {name: load() for name, load in loaders.items()}
    systems = []
    for name, nlp in pipelines.items():
        if progress:
            progress(name)
        systems.append(read(name, nlp, pack, tasks))
    versus = compare(systems[0], systems[1:], curve) if len(systems) > 1 else None
    return Release(tuple(systems), reliability(systems[0].judged), versus, _usage(pipelines[LLM]) if llm else None)


def _loader(folder: Path) -> Callable[[], Any]:
    if not (folder / "config.cfg").is_file():
        raise UsageError(f"{folder} holds no model: give the folder that `rie train` wrote")
    return lambda: spacy.load(folder)


def _prototype(pack: Pack) -> Any:
    from rie.distill.llm.load import load_prototype

    return load_prototype(pack)


def _usage(nlp: Any) -> "Usage | None":
    from rie.distill.llm.model import usage_of

    return usage_of(nlp)
