"""The application that all commands belong to."""

import typer

app = typer.Typer(name="rie", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
                  context_settings={"help_option_names": ["-h", "--help"]},
                  help="Texts become a database, questions become SQL, every number links to its sentences.",
                  epilog="Start with: rie demo")
