"""`python -m rie.cli`."""

from rie.cli import main

main()
