"""Write to a journal from several threads and print what was acknowledged.

A process of its own, because it gets killed: `crash_writer.py URL`.
"""

import os
import sys
from threading import Thread

from siaga.store import EntryKind, GroupWriter, Journal, new_entry

ACTOR = "0f0e7a52-6c1c-4f0e-9d58-0c6f3f1f7a11"


def write(writer: GroupWriter) -> None:
    """Write for ever; an id is printed once its entry was acknowledged, twice sent."""
    while True:
        entry = new_entry(EntryKind.SCREEN_SEEN, ACTOR, module="m", item="s")
        futures = [writer.submit([entry]), writer.submit([entry])]
        for future in futures:
            future.result()
        # One system call a line: a line is there or is not.
        os.write(sys.stdout.fileno(), f"{entry.id}\n".encode())


def main() -> None:
    """Start the threads; nothing ends them but a kill."""
    writer = GroupWriter(Journal.open(sys.argv[1]))
    threads = [Thread(target=write, args=[writer]) for _ in range(8)]
    for thread in threads:
        thread.start()


main()
