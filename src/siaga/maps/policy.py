"""What a browser may do with a map document: run exactly the scripts in it."""

import base64
import hashlib
import re

_BLOCK = re.compile(r"<(script|style)([^>]*)>(.*?)</\1>", re.DOTALL)


def document_policy(html: str) -> str:
    """Return the Content-Security-Policy of a document without outside parts.

    Scripts and styles are allowed by the hash of what is in them. Nothing is fetched,
    and only pages of the same server may frame it. Opened by itself it is a sandbox, so
    its scripts reach nothing of the server that sent it.
    """
    allowed: dict[str, list[str]] = {"script": [], "style": []}
    for kind, attributes, text in _BLOCK.findall(html):
        if "application/json" not in attributes:
            allowed[kind].append(_hash(text))
    scripts = " ".join(dict.fromkeys(allowed["script"])) or "'none'"
    styles = " ".join(dict.fromkeys(allowed["style"])) or "'none'"
    return (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
        "sandbox allow-scripts"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
