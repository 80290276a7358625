"""Train a teacher and write what it thinks of texts that it has not seen:

    python -m rie.distill.teacher.fit OUT/texts.npz OUT/encoder OUT/judged
    for fold in 0 1 2 3 4; do python -m rie.distill.teacher.fit OUT/texts.npz OUT/encoder OUT/judged --fold $fold; done

Without `--fold` it is trained on the whole training part and judges the others; with it, on four fifths, and judges the last.
"""

import json
import random
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import torch
import typer
from torch.nn import functional
from transformers import AutoConfig, AutoModel

from rie.distill.teacher.arrays import PARTS, Judgement, Texts, spans, store
from rie.distill.teacher.batches import DESCRIBED, Collator, cut
from rie.distill.teacher.network import Sizes, Teacher

BODY_RATE, HEAD_RATE = 1.5e-4, 1e-3


def fit(texts: Texts, numbers: Sequence[int], encoder: Path, collate: Collator, *, epochs: int, seconds: float, seed: int) -> Teacher:
    """Fine-tune a teacher on the texts with these numbers, each epoch on another of their variations, no longer than `seconds`."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    model = Teacher(small(encoder), small(encoder), Sizes(2 * len(texts.tagged) + 1, texts.n_labels, len(texts.relations), DESCRIBED))
    model.to(collate.device)
    rates = [{"params": model.body(), "rate": BODY_RATE}, {"params": model.heads(), "rate": HEAD_RATE}]
    optimizer = torch.optim.AdamW(rates, weight_decay=0.01)
    passes = [[number for number in numbers if texts.about[number, 2] == variation] for variation in sorted({*texts.about[numbers, 2]})]
    steps, step, started = epochs * len(cut(texts, passes[0])), 0, time.monotonic()
    for epoch in range(epochs):
        model.train()
        total = 0.0
        for chosen in cut(texts, passes[epoch % len(passes)], chance):
            step += 1
            _set_rates(optimizer, max(step / steps, (time.monotonic() - started) / seconds))
            loss = _loss(model, collate, chosen)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            total += float(loss.detach())
        print(f"epoch {epoch + 1} loss {total:.2f} after {time.monotonic() - started:.0f} s", flush=True)
        if time.monotonic() - started > seconds:
            break
    return model


def _set_rates(optimizer: torch.optim.Optimizer, done: float) -> None:
    """A tenth of the way up to each group's rate, the rest down to a fiftieth of it."""
    for group in optimizer.param_groups:
        group["lr"] = group["rate"] * min((done + 0.005) / 0.1, max(1.02 - done, 0.02))


def _loss(model: Teacher, collate: Collator, chosen: Sequence[int]) -> torch.Tensor:
    seen, gold = collate(chosen)
    with torch.autocast(collate.device, torch.bfloat16):
        tags, relations = model(seen)
    each = functional.cross_entropy(relations.float(), gold.labels, reduction="none")
    return functional.cross_entropy(tags.float(), gold.tags) + (each * gold.learnt).sum() / gold.learnt.sum().clamp(min=1)


def small(folder: Path) -> Any:
    """An encoder that `rie.distill.teacher.encoder.small_encoder` wrote: fine-tuning undoes the rounding."""
    model = AutoModel.from_config(AutoConfig.from_pretrained(folder), add_pooling_layer=False)
    with np.load(folder / "weights.npz") as arrays:
        state = {name: torch.tensor(arrays[name].astype(np.float32) * (arrays[f"{name}.scale"] if f"{name}.scale" in arrays.files else 1))
                 for name in arrays.files if not name.endswith(".scale")}
    missing, unknown = model.load_state_dict(state, strict=False)
    if unknown or any("position_ids" not in name for name in missing):
        raise ValueError(f"{folder} does not fit the encoder: missing {missing}, unknown {unknown}")
    return model


def judge(model: Teacher, texts: Texts, numbers: Sequence[int], collate: Collator) -> dict[int, Judgement]:
    """What a teacher says of each text."""
    model.eval()
    found: dict[int, Judgement] = {}
    for chosen in cut(texts, numbers):
        with torch.no_grad(), torch.autocast(collate.device, torch.bfloat16):
            scores = model(collate(chosen)[0])
        parts = []
        for column, values in zip(("words", "pairs"), scores, strict=True):
            cuts = np.cumsum([len(texts.columns[column][number]) for number in chosen])[:-1]
            parts.append(np.split(values.float().softmax(1).cpu().numpy(), cuts))
        found |= {number: Judgement(*both) for number, *both in zip(chosen, *parts, strict=True)}
    return found


def scores(texts: Texts, found: dict[int, Judgement]) -> dict[str, dict[str, float]]:
    """F1 by label, and of all, of `mentions`, of `roles` between the marked mentions and of `status`."""
    right, both = ({kind: Counter[str]() for kind in ("mentions", "roles", "status")} for _ in range(2))

    def count(kind: str, told: str | None, gold: str | None) -> None:
        for label in {name for name in (told, gold) if name}:
            for name in (label, "all"):
                right[kind][name] += 2 * (told == gold)
                both[kind][name] += (told == label) + (gold == label)

    for number, judged in found.items():
        text = texts.of(number)
        told, gold = spans(judged.tags.argmax(1).tolist()), spans(text["words"][:, 0].tolist())
        for span in told | gold:
            count("mentions", *(texts.tagged[span[2]] if span in one else None for one in (told, gold)))
        for (head, child, label, learnt, _), best in zip(text["pairs"].tolist(), judged.relations.argmax(1).tolist(), strict=True):
            if learnt:
                count("status" if head == child else "roles", *(texts.relations[one] if one else None for one in (best, label)))
    return {kind: {name: round(right[kind][name] / total, 4) for name, total in sorted(totals.items())} for kind, totals in both.items()}


def main(texts: Path, encoder: Path, output: Path, *, epochs: int = 16,
         seconds: Annotated[float, typer.Option(help="Longest training.")] = 1e9,
         fold: Annotated[int | None, typer.Option(help="Number of the fifth that is left out and judged.")] = None,
         device: str = "cuda" if torch.cuda.is_available() else "cpu") -> None:
    """Train, judge, write `judged_NAME.npz` and `scores_NAME.json`."""
    arrays = Texts(texts)
    part, folds, variation = (arrays.about[:, column] for column in range(3))
    train = part == PARTS.index("train")
    seen = train if fold is None else train & (folds != fold)
    judged = ~train if fold is None else train & ~seen & (variation == 0)
    collate = Collator(arrays, device, **json.loads((encoder / "ends.json").read_text(encoding="utf-8")))
    seed, name = (0, "all") if fold is None else (fold + 1, f"fold{fold}")
    model = fit(arrays, np.flatnonzero(seen).tolist(), encoder, collate, epochs=epochs, seconds=seconds, seed=seed)
    found = judge(model, arrays, np.flatnonzero(judged).tolist(), collate)
    output.mkdir(parents=True, exist_ok=True)
    store(found, output / f"judged_{name}.npz")
    told = {PARTS[place]: scores(arrays, {number: one for number, one in found.items() if part[number] == place})
            for place in sorted({*part[judged].tolist()})}
    (output / f"scores_{name}.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    for label, table in told.items():
        print(f"{name}: {label}: " + ", ".join(f"{kind} {values['all']:.1%}" for kind, values in table.items()), flush=True)


if __name__ == "__main__":
    typer.run(main)
