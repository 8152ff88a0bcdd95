"""What a command tells the shell, and how it gives up with a sentence of its own."""

from enum import IntEnum


class Status(IntEnum):
    """The exit status of every command."""

    OK = 0
    #: Something was found or failed: a problem in content, a crash.
    PROBLEM = 1
    #: The command was used wrongly, or a setting, path or port cannot be used.
    WRONG_USE = 2


class RefusalError(Exception):
    """A command stops here; the message is what the reader is told."""

    def __init__(self, message: str, *, status: Status = Status.WRONG_USE) -> None:
        """Hold an already translated sentence and the exit status."""
        super().__init__(message)
        self.status = status
