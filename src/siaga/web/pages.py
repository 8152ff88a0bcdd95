"""The pages that need no kernel: home, messages, quick exit.

Values from a browser reach a page as text only; Jinja escapes every one of them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from siaga import __version__
from siaga.domain.training import Module
from siaga.language import DEFAULT_LANGUAGE, gettext

#: Templates of these pages and of the Voila apps.
TEMPLATES_FOLDER = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class HomeChannel:
    """An emergency number as the home page shows it.

    `dial` is what a phone dials, `contact` what a person reads, `checked` the date of
    the newest source, as text.
    """

    name: str
    contact: str
    dial: str
    purpose: str
    hours: str
    checked: str


def home_page(  # noqa: PLR0913 - a page is drawn from all it shows
    modules: Iterable[Module],
    *,
    channels: Iterable[HomeChannel],
    assets: Mapping[str, str],
    base_url: str,
    xsrf: str,
    is_known: bool,
    typed: str = "",
    code_problem: str = "",
) -> str:
    """Return the home page; `is_known` says that this browser learnt here before."""
    offered = tuple(modules)
    return _render(
        "home.html.j2",
        title=gettext("Siaga TPPO: prevent trafficking in persons"),
        modules=offered,
        practices=sum(len(module.scenarios) for module in offered),
        channels=tuple(channels),
        assets=assets,
        base_url=base_url,
        xsrf=xsrf,
        is_known=is_known,
        typed=typed,
        code_problem=code_problem,
    )


def message_page(  # noqa: PLR0913 - a page is drawn from all it shows
    title: str,
    text: str,
    *,
    link: str,
    link_label: str,
    assets: Mapping[str, str],
    base_url: str,
) -> str:
    """Return a page with one calm message and one way on."""
    return _render(
        "message.html.j2",
        title=title,
        text=text,
        link=link,
        link_label=link_label,
        assets=assets,
        base_url=base_url,
    )


def exit_page() -> str:
    """Return a page that says nothing of what was read before."""
    return _render("exit.html.j2")


def _render(name: str, **values: object) -> str:
    template = _environment().get_template(name)
    return template.render(language=DEFAULT_LANGUAGE, version=__version__, **values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["_"] = gettext
    return environment
