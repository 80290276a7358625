"""Train the model of questions of a pack, choose its threshold on the dev part, and draw what it brings on the test part."""

from __future__ import annotations

from pathlib import Path

from rie.ask.ranker.model import FILE, model_of, save
from rie.distill.questions.catalogue import catalogue
from rie.distill.questions.curve import judged, measure, table
from rie.distill.questions.data import Paraphrase, plain_questions, read_paraphrases, sample_snapshot
from rie.distill.questions.fit import calibrated, examples, fit
from rie.distill.questions.near_misses import near_misses, read_conditions
from rie.distill.questions.plot import plot
from rie.distill.questions.reading import Grammar
from rie.errors import UsageError
from rie.pack import Pack


def train_questions(pack: Pack, output: Path | None = None) -> Path:
    """Train and write the model of a pack.

    Args:
        pack: with paraphrases.
        output: folder of the model; the pack's own without it.

    Returns:
        The file.

    Raises:
        UsageError: the pack has no paraphrases.
    """
    train, dev, test = (read_paraphrases(pack, part) for part in ("train", "dev", "test"))
    plain = plain_questions(pack)
    with sample_snapshot(pack) as reader:
        grammar = Grammar(reader, pack)
        asked = [item.asks for item in (*train, *dev, *test) if item.asks]
        wordings = catalogue(list(dict.fromkeys([*asked, *plain])), grammar)
        own = dict.fromkeys([*(item.asks for item in train if item.asks), *plain])
        conditions = read_conditions(pack)
        learnt = [*train, *near_misses(train, conditions[::2], grammar), *(Paraphrase(text, text, "plain", text, False) for text in own)]
        model = fit(list(examples(learnt, grammar)), wordings, pack)
        held = [*dev, *near_misses(dev, conditions[1::2], grammar)]
        model = calibrated(model, list(judged(held, model, grammar)))
    folder = output or pack.folder
    folder.mkdir(parents=True, exist_ok=True)
    save(model, folder / FILE)
    return folder / FILE


def measured(pack: Pack, folder: Path) -> str:
    """The curve of a model on the test part, also written beside it as text and as a plot.

    Args:
        pack: with paraphrases.
        folder: of the model.

    Raises:
        UsageError: there is no model.
    """
    model = model_of(pack.folder, folder)
    if model is None:
        raise UsageError(f"{folder}: holds no {FILE}; make it with `rie train-questions` first")
    with sample_snapshot(pack) as reader:
        found = measure(read_paraphrases(pack, "test"), model, Grammar(reader, pack))
    text = table(found)
    (folder / FILE).with_suffix(".txt").write_text(text + "\n", encoding="utf-8")
    (folder / FILE).with_suffix(".svg").write_text(plot(found), encoding="utf-8")
    return text
