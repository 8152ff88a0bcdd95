from itertools import pairwise

import pytest

from siaga.domain.choropleth import Method, classify
from siaga.domain.disclosure import NO_DATA, NO_RATE, SUPPRESSED, Cell, Status
from siaga.maps.colour import (
    BLANK_LOOK,
    COAST,
    FOCUS,
    HIDDEN_LOOK,
    NO_DATA_LOOK,
    PATTERN,
    RAMPS,
    SEA,
    Hatch,
    class_looks,
    look_of,
)

#: How people without red, green or blue receptors see linear RGB.
#: Vienot, Brettel, Mollon: Digital video colourmaps, Color Res. Appl. 24 (1999).
DEFICIENCIES = {
    "protan": ((0.1124, 0.8876, 0), (0.1124, 0.8876, 0), (0.004, -0.004, 1)),
    "deutan": ((0.2928, 0.7072, 0), (0.2928, 0.7072, 0), (-0.0223, 0.0223, 1)),
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}


def linear(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4
        for one in parts
    ]


def luminance(rgb):
    return sum(
        part * one for part, one in zip((0.2126, 0.7152, 0.0722), rgb, strict=True)
    )


def lightness(rgb):
    light = max(luminance(rgb), 0)
    return 116 * light ** (1 / 3) - 16 if light > 0.008856 else 903.3 * light


def seen(colour, matrix):
    rgb = linear(colour)
    return [sum(a * b for a, b in zip(row, rgb, strict=True)) for row in matrix]


def contrast(one, other):
    high, low = sorted((luminance(linear(one)), luminance(linear(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("number", [3, 4, 5])
def test_classes_darken_in_clear_steps_for_every_kind_of_colour_vision(
    number, deficiency
):
    matrix = DEFICIENCIES[deficiency]

    levels = [lightness(seen(colour, matrix)) for colour in RAMPS[number]]

    assert all(light - dark >= 14 for light, dark in pairwise(levels)), levels


def test_there_is_a_ramp_for_every_number_of_classes():
    assert [len(class_looks(number)) for number in range(8)] == list(range(8))
    assert all(len(set(ramp)) == len(ramp) for ramp in RAMPS.values())


def test_what_has_no_number_differs_by_more_than_colour():
    looks = {NO_DATA_LOOK, HIDDEN_LOOK, BLANK_LOOK, *class_looks(5)}

    assert len(looks) == 8
    assert NO_DATA_LOOK.hatch is Hatch.STRIPES
    assert HIDDEN_LOOK.hatch is Hatch.DOTS
    assert contrast(NO_DATA_LOOK.fill, PATTERN) >= 3
    assert contrast(HIDDEN_LOOK.fill, PATTERN) >= 3


def test_coast_and_focus_stand_out():
    assert contrast(COAST, SEA) >= 2.5
    assert all(contrast(FOCUS, fill) >= 1.4 for fill in RAMPS[5])
    assert contrast(FOCUS, SEA) >= 10


def test_a_cell_gets_the_look_of_its_class_or_of_its_absence():
    classes = classify([1, 50, 900], Method.QUANTILE, number=3)

    looks = [
        look_of(cell, classes)
        for cell in (Cell(Status.REPORTED, 900), SUPPRESSED, NO_DATA, NO_RATE)
    ]

    assert looks == [class_looks(3)[2], HIDDEN_LOOK, NO_DATA_LOOK, NO_DATA_LOOK]
