from siaga.domain.disclosure import NO_DATA, SUPPRESSED, Cell, Status
from siaga.domain.flow import Flow, FlowCell, by_destination, by_origin, flow_lines

FLOWS = [
    Flow("35", "MYS", 40),
    Flow("35", "MYS", 2),
    Flow("53", "MYS", 3),
    Flow("12", "KHM", 60),
    Flow("12", "MMR", None),
    Flow("", "KHM", 5),
]


def reported(value):
    return Cell(Status.REPORTED, value)


def test_flows_between_the_same_places_are_one_line_the_largest_first():
    assert flow_lines(FLOWS, is_personal=True) == (
        FlowCell("12", "KHM", reported(60)),
        FlowCell("35", "MYS", reported(42)),
        FlowCell("", "KHM", reported(5)),
        FlowCell("12", "MMR", NO_DATA),
        FlowCell("53", "MYS", SUPPRESSED),
    )


def test_what_left_a_region_is_added_up_and_an_unnamed_origin_left_out():
    assert by_origin(FLOWS, is_personal=True) == {
        "35": reported(42),
        "53": SUPPRESSED,
        "12": reported(60),
    }


def test_what_arrived_somewhere_is_added_up():
    assert by_destination(FLOWS, is_personal=True) == {
        "MYS": reported(45),
        "KHM": reported(65),
        "MMR": NO_DATA,
    }


def test_small_flows_that_are_not_of_people_are_shown():
    assert by_origin([Flow("35", "MYS", 2)], is_personal=False) == {"35": reported(2)}
