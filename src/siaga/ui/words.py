"""Short words that several apps share."""

from siaga.language import gettext as _


def minutes(count: int) -> str:
    """Return a duration."""
    return _("about {count} minutes", count=count)
