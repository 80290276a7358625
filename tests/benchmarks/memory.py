"""How much memory a process holds."""

import os
from pathlib import Path


def resident() -> float:
    """Megabytes of memory that this process holds; on systems without /proc 0."""
    held = Path("/proc/self/statm")
    return int(held.read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6 if held.is_file() else 0.0
