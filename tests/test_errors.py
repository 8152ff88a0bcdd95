import re
from collections.abc import Iterator

import pytest

from siaga import errors
from siaga.errors import SiagaError

#: A line of the drawing: how deep it stands (four characters a level), and its name.
BRANCH = re.compile(r"^    (?P<indent>(?:│   |    )*)(?:[├└]── )?(?P<name>\w+Error)\b")


def drawn(docstring) -> dict[str, str | None]:
    """Return class name -> name of the class it hangs from in the drawing."""
    parents: dict[str, str | None] = {}
    trail: list[str] = []
    for line in docstring.splitlines():
        if found := BRANCH.match(line):
            depth = len(found["indent"]) // 4 + ("── " in line)
            trail[depth:] = [found["name"]]
            parents[found["name"]] = trail[depth - 1] if depth else None
    return parents


def real(root) -> dict[str, str | None]:
    """Return class name -> name of its parent, from the classes themselves."""

    def below(parent) -> Iterator[tuple[str, str]]:
        for child in parent.__subclasses__():
            if child.__module__ == errors.__name__:
                yield child.__name__, parent.__name__
                yield from below(child)

    return {root.__name__: None, **dict(below(root))}


def test_the_drawn_tree_is_the_tree_of_the_classes():
    assert drawn(errors.__doc__) == real(SiagaError)


def test_every_error_of_the_module_hangs_from_the_root():
    defined = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, BaseException)
    }

    assert defined == set(real(SiagaError))


def test_every_error_says_in_one_line_what_it_means():
    silent = [
        name
        for name in real(SiagaError)
        if not re.fullmatch(r"[A-Z][^\n]+\.", getattr(errors, name).__doc__ or "")
    ]

    assert silent == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("├── ContentError ", "├── OtherError   "),
        ("│   └── WalkError  ", "├── WalkError      "),
        ("    └── SettingsError ", "    "),
    ],
    ids=["renamed", "moved", "left out"],
)
def test_a_wrong_drawing_is_seen(before, after):
    assert before in errors.__doc__

    assert drawn(errors.__doc__.replace(before, after)) != real(SiagaError)
