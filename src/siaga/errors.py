"""Every error the kit raises.

Wrong *content* is data (`siaga.content.problems.Problem`), reported all at once;
wrong *calls* and failing resources raise one of these::

    SiagaError
    ├── DomainError          a call against the rules of learning
    │   ├── ResponseError    a response that does not fit its question
    │   └── WalkError        a choice that the current scene does not offer
    ├── ContentError         content that cannot be opened at all
    ├── StoreError           the journal cannot be read or written
    │   └── NotStoredError   an entry was not acknowledged; keep it and try again
    └── SettingsError        a setting, path or port that cannot be used
"""


class SiagaError(Exception):
    """Anything the kit raises on purpose."""


class DomainError(SiagaError):
    """A call that the rules of learning do not allow."""


class ResponseError(DomainError):
    """A response answers another question or names an option that does not exist."""


class WalkError(DomainError):
    """A choice that the current scene does not offer."""


class ContentError(SiagaError):
    """Content that cannot be opened at all."""


class StoreError(SiagaError):
    """The journal cannot be read or written."""


class NotStoredError(StoreError):
    """An entry was not acknowledged; the caller keeps it and tries again."""


class SettingsError(SiagaError):
    """A setting, path or port that cannot be used."""
