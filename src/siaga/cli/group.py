"""Commands whose help and failures are in the reader's language.

Typer's own texts are English and so are the messages of our exceptions; here is where
both are replaced, once for every command.
"""

import sys
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from siaga.cli.failure import Run, report_crash, report_error, report_misuse
from siaga.cli.help_page import help_text
from siaga.cli.status import RefusalError, Status
from siaga.cli.terminal import Page
from siaga.errors import SiagaError
from siaga.language import gettext as _

#: What typer makes of Ctrl+C.
_INTERRUPTED = 130


class KitCommand(TyperCommand):
    """A command with our help page."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Write our help page instead of typer's."""
        formatter.write(help_text(ctx))


class KitGroup(TyperGroup):
    """Commands with our help page, and one place where every failure ends."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Write our help page instead of typer's."""
        formatter.write(help_text(ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401
        """Return the named command; an unknown name is told with the known ones."""
        name = args[0]
        if not name.startswith("-") and name not in self.commands:
            names = ", ".join(self.list_commands(ctx))
            msg = _(
                "There is no command '{name}'. There are: {names}.",
                name=name,
                names=names,
            )
            raise RefusalError(msg)
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Run the command and leave with its status; no traceback is ever shown."""
        run = kwargs.setdefault("obj", Run())
        kwargs["standalone_mode"] = False
        raise SystemExit(self._run(run, *args, **kwargs))

    def _run(self, run: Run, *args: Any, **kwargs: Any) -> int:  # noqa: ANN401
        try:
            # A command returns its status; --help and --version leave with 0.
            status = int(super().main(*args, **kwargs))
        except RefusalError as refusal:
            Page(sys.stderr).line(str(refusal))
            return refusal.status
        except SiagaError as error:
            return report_error(error)
        except typer.TyperException as error:
            return report_misuse(error)
        except typer.Abort:
            status = _INTERRUPTED
        except Exception as error:  # noqa: BLE001 - the last place there is
            return report_crash(error, run=run)
        if status == _INTERRUPTED:
            Page(sys.stderr).line(_("Stopped."))
            return Status.PROBLEM
        return status
