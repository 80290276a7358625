"""A small training whose every step can be watched: the pack's network and optimizer on a handful of its texts."""

import random
from collections.abc import Callable, Iterable, Sequence

from spacy.language import Language
from spacy.training import Example
from spacy.util import fix_random_seed, load_config, load_model_from_config
from thinc.api import Model

from rie.distill.corpus import ExampleMaker, Task
from rie.errors import PackError
from rie.pack import Pack

BATCH = 8  # texts of an update


class Trainer:
    """A new network of a pack, initialised on some of its texts.

    Args:
        tasks: what it is initialised on and trained with.
        spoil: changes the examples before they are trained with.

    Raises:
        PackError: the pack has no `config.cfg`, or too few texts.
    """

    def __init__(self, pack: Pack, tasks: Sequence[Task], *, spoil: Callable[[list[Example]], None] | None = None, seed: int = 0) -> None:
        file = pack.folder / "config.cfg"
        if not file.is_file() or not tasks:
            raise PackError(f"{pack.folder}: a pack needs a spaCy training config and annotated texts to be diagnosed")
        fix_random_seed(seed)
        config = load_config(file, overrides={"paths.pack": str(pack.folder)})
        self.nlp: Language = load_model_from_config(config, auto_fill=True)
        self.measures = [name for name, weight in config["training"]["score_weights"].items() if weight]
        self.maker = ExampleMaker(self.nlp, pack)
        self.examples = [self.maker.example(task) for task in tasks]
        if spoil:
            spoil(self.examples)
        self.optimizer = self.nlp.initialize(lambda: self.examples)
        self._random = random.Random(seed)

    @property
    def networks(self) -> dict[str, Model]:
        """The networks by component."""
        return {name: pipe.model for name, pipe in self.nlp.pipeline if isinstance(getattr(pipe, "model", None), Model)}

    def train(self, steps: int, *, drop: float = 0.0, watch: Callable[[], None] | None = None) -> None:
        """Update the network.

        Args:
            steps: updates, of `BATCH` texts each.
            drop: dropout.
            watch: called in each step when the gradients are there and before they are used.
        """
        order: list[Example] = []
        for _ in range(steps):
            if len(order) < BATCH:
                order += self._random.sample(self.examples, len(self.examples))
            batch, order = order[:BATCH], order[BATCH:]
            self.nlp.update(batch, sgd=False, drop=drop)
            if watch:
                watch()
            for name in self.networks:
                self.nlp.get_pipe(name).finish_update(self.optimizer)

    def scores(self, examples: Iterable[Example] | None = None) -> dict[str, float]:
        """The scores that the config weighs, of each trained component alone: on gold tokens, and for relations on gold mentions."""
        with self.nlp.select_pipes(enable=[*self.networks]):
            found = self.nlp.evaluate(list(self.examples if examples is None else examples))
        return {name: round(float(found.get(name) or 0.0), 4) for name in self.measures}
