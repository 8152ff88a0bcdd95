import pytest
import typer
from tests.serving import ROOT

from siaga.cli import app, command_page

PAGE = ROOT / command_page.PAGE


def every_command():
    root = typer.Context(typer.main.get_command(app), info_name="siaga")
    return list(command_page.contexts(root))


def ids(context):
    return context.command_path


def test_the_page_is_what_the_commands_say_now():
    assert PAGE.read_text(encoding="utf-8") == command_page.page(), (
        "run: python -m siaga.cli.command_page"
    )


def test_the_page_names_every_command():
    headings = [
        line.removeprefix("## ")
        for line in PAGE.read_text(encoding="utf-8").splitlines()
        if line.startswith("## ")
    ]

    assert headings == [context.command_path for context in every_command()]


@pytest.mark.parametrize("context", every_command(), ids=ids)
def test_a_command_and_all_its_parts_have_help(context):
    assert context.command.help
    for parameter in context.command.params:
        assert parameter.help, parameter.name


@pytest.mark.parametrize("context", every_command(), ids=ids)
def test_what_is_documented_is_what_help_shows(siaga, context):
    names = context.command_path.split()[1:]

    shown = siaga(*names, "--help").stdout.replace(
        "Pemakaian: root", "Pemakaian: siaga"
    )

    assert shown in PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("context", every_command(), ids=ids)
def test_the_help_fits_a_narrow_window(context):
    text = command_page.help_text(context)

    assert max(map(len, text.splitlines())) <= 78


def test_the_page_is_written_where_the_documentation_points(tmp_path, monkeypatch):
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)

    command_page.main()

    written = (tmp_path / command_page.PAGE).read_bytes()
    assert written == command_page.page().encode("utf-8")
