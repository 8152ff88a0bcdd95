"""The short code with which a learner goes on at another device.

There is no account: who holds the code is the learner. 32 symbols, 8 places: 40 bits,
guarded by a limit on tries where it is entered.
"""

import secrets

#: Crockford's base 32: no I, L, O, U. https://www.crockford.com/base32.html
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
#: Symbols in a code.
LENGTH = 8

#: Keyboards and word processors turn a typed dash into one of its longer relatives.
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_AS_MEANT = str.maketrans("ILO", "110", _DASHES)


def new_resume_code() -> str:
    """Return a fresh random code, without the dash."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def spell(code: str) -> str:
    """Return the code as a person reads it: two groups of four."""
    return f"{code[:4]}-{code[4:]}"


def parse_resume_code(typed: str) -> str | None:
    """Return the code a person meant, or None if it cannot be one.

    Case, spaces and dashes do not matter; I, L and O are read as 1, 1 and 0.
    """
    kept = "".join(typed.upper().split()).translate(_AS_MEANT)
    is_code = len(kept) == LENGTH and all(symbol in ALPHABET for symbol in kept)
    return kept if is_code else None
