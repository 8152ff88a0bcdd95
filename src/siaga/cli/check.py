"""`siaga check`: every problem in a folder of content, with its line."""

from siaga.cli import options
from siaga.cli.status import Status
from siaga.cli.terminal import Page
from siaga.content import check as check_content
from siaga.content import format_problems
from siaga.settings import load_settings


def check(
    root: options.Root = None,
    *,
    against: options.Against = None,
    strict: options.Strict = False,
    home: options.Home = None,
) -> int:
    """Write the problems below a root; the status says whether there are any."""
    folder = root or load_settings(home=home).home
    problems = check_content(folder.expanduser(), against=against)
    Page().line(format_problems(problems))
    is_bad = any(strict or one.severity == "error" for one in problems)
    return Status.PROBLEM if is_bad else Status.OK
