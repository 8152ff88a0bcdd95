import pytest

from siaga.domain.bank import Item
from siaga.domain.flaw import (
    Flaw,
    FlawKind,
    LongestRight,
    Wording,
    asked_negation,
    flaws,
    longest_right,
)
from siaga.domain.quiz import Option, Question, QuestionKind
from siaga.domain.text import EMPTY, Text

WORDING = Wording(
    negations=frozenset({"tidak", "bukan"}),
    exceptions=frozenset({"kecuali"}),
    askers=frozenset({"apa", "mana", "saja"}),
    relative="yang",
    subordinators=frozenset({"bila", "karena"}),
    catch_all=r"\bsemua benar\b",
)
ONE, ALL = QuestionKind.CHOOSE_ONE, QuestionKind.CHOOSE_ALL
ORDER = QuestionKind.PUT_IN_ORDER


def text(words):
    return Text(words, words)


def question(*options, name="soal", stem="Apa?", kind=ONE):
    """Make a question; an option that begins with + is right."""
    return Question(
        name,
        kind,
        "kenali",
        text(stem),
        tuple(
            Option(letter, text(words.lstrip("+")), is_right=words.startswith("+"))
            for letter, words in zip("abcdefgh", options, strict=False)
        ),
        EMPTY,
    )


def found(*questions):
    return list(flaws([Item("tanda", one) for one in questions], WORDING))


def test_a_question_with_nothing_to_see_has_no_flaw():
    assert found(question("+Tunda dan cek", "Biarkan saja", "Umumkan")) == []


@pytest.mark.parametrize(
    ("right", "other", "is_flaw"),
    [
        (60, 50, True),
        (65, 55, False),  # by ten characters, but not by the factor
        (29, 20, False),  # by the factor, but by nine characters only
        (30, 20, True),
        (20, 60, False),
    ],
)
def test_a_right_option_is_flagged_once_it_is_clearly_the_longest(
    right, other, is_flaw
):
    expected = [Flaw(FlawKind.LONGEST_RIGHT, "tanda", "soal", "b")]

    flagged = found(question("x" * other, "+" + "y" * right, "z" * 5))

    assert flagged == (expected if is_flaw else [])


def test_lengths_say_nothing_where_several_options_are_right():
    options = ("+" + "x" * 90, "+b", "c")

    assert found(question(*options, kind=ALL)) == []


def test_an_option_about_the_other_options_is_flagged_whatever_its_case():
    flagged = found(question("+Tunda", "Semua benar", "Biarkan"))

    assert flagged == [Flaw(FlawKind.CATCH_ALL, "tanda", "soal", "b")]


@pytest.mark.parametrize(
    ("stem", "word"),
    [
        ("Mana yang bukan tanda bahaya?", "bukan"),
        ("Apa yang sebaiknya TIDAK dilakukan?", "tidak"),
        ("Mana saja yang tidak perlu?", "tidak"),
        ("Apakah itu tidak melanggar?", "tidak"),
        ("Yang tidak perlu adalah", "tidak"),
        ("Semua ini perlu, kecuali", "kecuali"),
        ("Apa langkah Anda bila semua datang kecuali ketua?", "kecuali"),
        ("Mana yang bukan tanda? Pilih satu.", "bukan"),
        ('Kata Rani, "Ayo." Mana yang bukan tanda?', "bukan"),
    ],
)
def test_a_question_for_what_is_not_so_is_told_by_its_word(stem, word):
    assert asked_negation(stem, WORDING) == word
    assert [one.kind for one in found(question("+a", "b", stem=stem))] == [
        FlawKind.NEGATION
    ]


@pytest.mark.parametrize(
    "stem",
    [
        "",
        "?!",
        "Ibunya tidak tahu. Apa langkah Anda?",
        'Katanya, "Tidak usah, bukan urusan kita." Apa jawaban Anda?',
        "Katanya, \u201cTidak usah\u201d. Apa jawaban Anda?",
        'Ia tidak mau bicara: "Biar saja." Apa langkah Anda?',
        'Ia tidak yakin. "Bagaimana?" Apa jawaban Anda?',
        "Apa langkah Anda bila ia tidak mau bercerita?",
        "Apa langkah Anda untuk warga yang tidak punya kartu?",
    ],
)
def test_a_negation_that_does_not_turn_the_question_round_is_passed_over(stem):
    assert asked_negation(stem, WORDING) == ""


@pytest.mark.parametrize(
    ("options", "kind", "expected"),
    [
        (("+a", "+b"), ALL, [FlawKind.ALL_RIGHT]),
        (("a", "b"), ALL, [FlawKind.NONE_RIGHT]),
        (("+a", "b"), ALL, []),
        (("a", "b"), ORDER, []),
    ],
)
def test_all_or_none_to_tick_is_flagged(options, kind, expected):
    assert [one.kind for one in found(question(*options, kind=kind))] == expected


STEM = "Tetangga Anda akan bekerja di pabrik dengan visa wisata minggu depan. Apa?"


def test_the_later_of_two_nearly_equal_stems_is_flagged_with_the_earlier():
    first = question("+a", "b", name="satu", stem=STEM)
    second = question("+c", "d", name="dua", stem=STEM.replace("pabrik", "kebun"))

    assert found(first, second) == [
        Flaw(FlawKind.NEAR_DUPLICATE, "tanda", "dua", "tanda/satu")
    ]


@pytest.mark.parametrize(
    "other",
    [
        "Urutkan langkahnya.",
        # The same words in another order are another question.
        " ".join(reversed(STEM.split())),
        # Half of the words are the same.
        "Tetangga Anda akan bekerja di rumah seorang pejabat mulai hari ini. Apa?",
        # As many words, most of them others.
        "Saudara jauh kami hendak pergi ke kota tanpa visa wisata besok pagi. Apa?",
    ],
)
def test_other_stems_are_no_duplicates(other):
    assert (
        found(
            question("+a", "b", name="satu", stem=STEM),
            question("+a", "b", name="dua", stem=other),
        )
        == []
    )


def right_at(places, *, count=3):
    return [
        question(
            *("+a" if n == place else f"b{n}" for n in range(count)),
            name=f"soal-{number}",
            stem=f"Kejadian {'lain ' * number}?",
        )
        for number, place in enumerate(places)
    ]


def places_flagged(questions):
    flagged = flaws([Item("tanda", one) for one in questions], WORDING)
    return [one for one in flagged if one.kind is FlawKind.PLACE]


def test_a_place_that_is_right_far_too_often_is_flagged_for_its_module():
    assert places_flagged(right_at([1, 1, 1, 1, 0, 2])) == [
        Flaw(FlawKind.PLACE, "tanda", detail="b (4/6)")
    ]


@pytest.mark.parametrize("places", [[1, 1, 1, 0, 0, 2], [1, 1, 1, 1, 1]])
def test_places_within_chance_or_of_few_questions_are_not_flagged(places):
    assert places_flagged(right_at(places)) == []


def test_places_are_counted_in_each_module_alone():
    items = [
        Item(module, one)
        for module, half in (("m", [1, 1, 1]), ("n", [1, 1, 1]))
        for one in right_at(half)
    ]

    assert [one for one in flaws(items, WORDING) if one.kind is FlawKind.PLACE] == []


def test_right_options_that_are_the_longest_are_counted_beside_chance():
    items = [
        Item("tanda", question("+panjang", "b")),
        Item("tanda", question("+a", "sama", "dua", "tiga")),
        Item("tanda", question("+a", "b", kind=ALL)),
        Item("tanda", question("a", "b")),
        Item("tanda", question("+a")),
    ]

    assert longest_right(items) == LongestRight(count=1, total=2, by_chance=0.75)
