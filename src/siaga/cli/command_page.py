"""The page `docs/perintah.md`, made from the help of every command.

Run `python -m siaga.cli.command_page` in the folder of the project to write it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from siaga.cli.app import app
from siaga.cli.help_page import help_text
from siaga.language import gettext as _

PAGE = "docs/perintah.md"


def page() -> str:
    """Return the page: every command under a heading, with its help."""
    root = typer.Context(typer.main.get_command(app), info_name="siaga")
    title = _("The commands of Siaga TPPO")
    parts = [f"# {title}", _("Each command tells this about itself.")]
    parts += [_("Exit status: 0 fine, 1 something was found or failed, 2 wrong use.")]
    for context in contexts(root):
        parts.append(f"## {context.command_path}")
        parts.append(f"```text\n{help_text(context).rstrip()}\n```")
    return "\n\n".join(parts) + "\n"


def contexts(context: typer.Context) -> Iterator[typer.Context]:
    """Yield the context of a command and of every command below it."""
    yield context
    command: Any = context.command
    if hasattr(command, "list_commands"):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            yield from contexts(typer.Context(child, parent=context, info_name=name))


def main() -> None:
    """Write the page where the documentation points to."""
    Path(PAGE).write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
