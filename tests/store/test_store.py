import subprocess
import sys

from siaga import store


def test_every_public_name_can_be_imported():
    assert all(getattr(store, name) is not None for name in store.__all__)
    assert sorted(store.__all__) == store.__all__


def test_an_unknown_name_is_an_attribute_error():
    assert not hasattr(store, "Jurnal")


def test_a_kernel_does_not_pay_for_the_database():
    program = (
        "import sys; from siaga.store import EntryKind, RemoteLearner, UnsentError;"
        "print([name for name in ('sqlalchemy', 'alembic') if name in sys.modules])"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"
