"""A writer to be killed: ingests numbered batches for ever, every one a new state of the store.

Batch n holds document `n` new, `fixed` with the text `n`, and removes document n - 3. Says "ready" when it is about to begin.
"""

import sys
from pathlib import Path

from rie.store import Writer
from tests.store.build import MODEL, PACK, extraction, funding


def main(store: Path) -> None:
    """Ingest until the end."""
    print("ready", flush=True)
    while True:
        with Writer(store, PACK) as writer:
            number = max([0, *(int(doc) for doc in writer.known_hashes() if doc != "fixed")]) + 1
            fixed = extraction("fixed", "2024-01-01", funding("Hooli", str(10**6 + number)), text=f"version {number}")
            fillers = [funding(f"Filler {n}", str(n + 1)) for n in range(30)]
            writer.add([fixed, extraction(str(number), "2024-02-02", funding(f"Company {number}", "5000000"), *fillers)], MODEL)
            writer.remove([str(number - 3)])
            writer.publish()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
