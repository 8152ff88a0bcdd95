"""The help page of a command; the same at every width, so that it can be compared."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from siaga.language import gettext as _

_WIDTH = 78
_INDENT = "  "
#: Longer names get a line of their own.
_NAME_WIDTH = 24


def help_text(ctx: Any) -> str:  # noqa: ANN401 - typer's and its commands' contexts
    """Return the help page of the command of `ctx`, at a fixed width."""
    command = ctx.command
    parts = [_usage(ctx), *_description(command.help)]
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.get_params(ctx) if p.param_type_name == "option"]
    parts += _section(_("Arguments:"), [_argument(one) for one in arguments])
    parts += _section(_("Options:"), [_option(one) for one in options])
    names = command.list_commands(ctx) if hasattr(command, "list_commands") else []
    commands = [(name, _first_line(command.get_command(ctx, name))) for name in names]
    parts += _section(_("Commands:"), commands)
    return "\n\n".join(parts) + "\n"


def _usage(ctx: Any) -> str:  # noqa: ANN401
    pieces = [ctx.command_path]
    for parameter in ctx.command.params:
        if parameter.param_type_name == "argument":
            name = _metavar(parameter)
            pieces.append(name if parameter.required else f"[{name}]")
    pieces.append(_("[OPTIONS]"))
    if hasattr(ctx.command, "list_commands"):
        pieces.append(_("COMMAND ..."))
    return _("Usage: {line}", line=" ".join(pieces))


def _description(text: str | None) -> Iterator[str]:
    for paragraph in (text or "").split("\n\n"):
        yield textwrap.fill(paragraph, _WIDTH)


def _first_line(command: Any) -> str:  # noqa: ANN401
    return (command.help or "").partition("\n\n")[0]


def _argument(parameter: Any) -> tuple[str, str]:  # noqa: ANN401
    return _metavar(parameter), parameter.help or ""


def _option(parameter: Any) -> tuple[str, str]:  # noqa: ANN401
    names = ", ".join([*parameter.opts, *parameter.secondary_opts])
    if parameter.name == "help":
        return names, _("Show this help.")
    metavar = "" if parameter.is_flag else f" {_metavar(parameter)}"
    return names + metavar, parameter.help or ""


def _metavar(parameter: Any) -> str:  # noqa: ANN401
    return parameter.metavar or str(parameter.name).upper()


def _section(title: str, rows: Sequence[tuple[str, str]]) -> list[str]:
    if not rows:
        return []
    lines = [line for name, text in rows for line in _row(name, text)]
    return ["\n".join([title, *lines])]


def _row(name: str, text: str) -> Iterator[str]:
    lead = _INDENT + name
    space = " " * (len(_INDENT) + _NAME_WIDTH)
    if len(name) >= _NAME_WIDTH - 1:
        yield lead
        lead = ""
    wrapped = textwrap.wrap(text, _WIDTH - len(space)) or [""]
    yield (lead.ljust(len(space)) + wrapped[0]).rstrip()
    for line in wrapped[1:]:
        yield space + line
