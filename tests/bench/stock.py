"""The peer: a stock Voila page with the same quiz, as its documentation shows it."""

import sys
from pathlib import Path

import nbformat
from tests.serving import ROOT, RunningProcess, free_port

from siaga.content import Library

PEER_NAME = "stock Voila, same quiz"

_QUIZ = """
import ipywidgets as widgets
from IPython.display import display

QUESTIONS = {questions!r}


def ask(stem, options, right):
    choice = widgets.RadioButtons(options=options, value=None)
    check = widgets.Button(description="Periksa")
    told = widgets.Label()

    def on_click(_button):
        told.value = "Benar" if choice.value == right else "Belum tepat"

    check.on_click(on_click)
    return widgets.VBox([widgets.HTML(stem), choice, check, told])


display(widgets.VBox([ask(*question) for question in QUESTIONS]))
"""


def stock_server(folder: Path) -> RunningProcess:
    """Return a stock Voila server, not started, with the module's choose-one items."""
    module = Library.open(ROOT).module("rekrutmen-berisiko")
    questions = [
        (
            question.stem.html,
            [option.text.plain for option in question.options],
            question.option(question.right_ids[0]).text.plain,
        )
        for question in module.quiz.questions
        if question.kind == "choose-one"
    ]
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(_QUIZ.format(questions=questions))],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    )
    path = folder / "kuis.ipynb"
    nbformat.write(notebook, path)
    port = free_port()
    command = [str(Path(sys.executable).with_name("voila")), str(path), "--no-browser"]
    command += [f"--port={port}", "--Voila.ip=127.0.0.1"]
    return RunningProcess(
        command, alive="/voila/static/voila.js", port=port, cwd=folder
    )
