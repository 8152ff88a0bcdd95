import typer
from typer.testing import CliRunner

from siaga.cli import status
from siaga.cli.failure import Run, report_crash
from siaga.cli.group import KitCommand, KitGroup
from siaga.cli.terminal import Page
from siaga.errors import SettingsError


def app_that(fails):
    """Return commands of which `go` ends with an exception."""
    app = typer.Typer(cls=KitGroup, rich_markup_mode=None)

    @app.command(cls=KitCommand)
    def go():
        raise fails

    @app.command(cls=KitCommand)
    def stay():
        return status.Status.OK

    return app


def test_what_nobody_foresaw_ends_in_a_calm_line_and_a_log(tmp_path):
    result = CliRunner().invoke(app_that(ZeroDivisionError("seven by nothing")), "go")

    assert result.exit_code == 1
    assert "tidak terduga" in result.stderr
    log = tmp_path / "data" / "siaga-galat.log"
    assert str(log) in result.stderr
    assert "ZeroDivisionError: seven by nothing" in log.read_text(encoding="utf-8")


def test_no_traceback_is_shown():
    result = CliRunner().invoke(app_that(ZeroDivisionError("seven by nothing")), "go")

    assert "Traceback" not in result.output
    assert "seven by nothing" not in result.output


def test_a_second_crash_is_added_to_the_log(tmp_path):
    for name in ("first", "second"):
        report_crash(ValueError(name), run=Run(tmp_path))

    text = (tmp_path / "siaga-galat.log").read_text(encoding="utf-8")
    assert text.index("first") < text.index("second")


def test_the_log_goes_elsewhere_if_the_data_folder_cannot_be_written(
    tmp_path, monkeypatch, capsys
):
    (tmp_path / "taken").write_text("a file, no folder", encoding="utf-8")
    (tmp_path / "spare").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "spare"))

    report_crash(ValueError("lost"), run=Run(tmp_path / "taken" / "data"))

    assert "lost" in (tmp_path / "spare" / "siaga-galat.log").read_text(
        encoding="utf-8"
    )
    assert "spare" in capsys.readouterr().err


def test_the_error_itself_is_shown_if_no_log_can_be_written(
    tmp_path, monkeypatch, capsys
):
    (tmp_path / "taken").write_text("a file, no folder", encoding="utf-8")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "taken" / "spare"))

    report_crash(ValueError("lost"), run=Run(tmp_path / "taken" / "data"))

    assert "ValueError: lost" in capsys.readouterr().err


def test_an_error_of_the_kit_is_one_line_without_a_log(tmp_path):
    error = SettingsError("port 80 cannot be used: Permission denied")

    result = CliRunner().invoke(app_that(error), "go")

    assert result.exit_code == 2
    assert result.stderr.startswith("Port 80 tidak dapat dipakai.")
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "data").exists()


def test_ctrl_c_ends_with_one_calm_line():
    result = CliRunner().invoke(app_that(KeyboardInterrupt()), "go")

    assert (result.exit_code, result.stderr) == (1, "Dihentikan.\n")


def test_an_input_that_ends_where_an_answer_was_needed_is_calm_too():
    result = CliRunner().invoke(app_that(EOFError()), "go")

    assert result.exit_code == 1
    assert result.stderr.strip() == "Dihentikan."


def test_a_refusal_is_shown_as_it_is():
    error = status.RefusalError("[bold]apa adanya[/]")

    result = CliRunner().invoke(app_that(error), "go")

    assert (result.exit_code, result.stderr) == (2, "[bold]apa adanya[/]\n")


def test_a_command_without_failure_leaves_with_its_status():
    assert CliRunner().invoke(app_that(ValueError()), "stay").exit_code == 0


def test_a_long_path_is_not_broken_over_lines(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "20")

    Page().line("/a/very/long/path/to/some/file.txt")

    assert capsys.readouterr().out == "/a/very/long/path/to/some/file.txt\n"
