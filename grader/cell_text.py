"""Whether the text of a cell says something: what is left of it without comments, blank lines and spacing."""

from __future__ import annotations

import hashlib
import io
import tokenize


def essence(text: str) -> str:
    """The cell's tokens without comments and blank lines, joined by spaces; of text that is no Python, its lines that are no comments."""
    try:
        tokens = [t.string for t in tokenize.generate_tokens(io.StringIO(text).readline) if t.type not in (tokenize.COMMENT, tokenize.NL)]
    except (tokenize.TokenError, SyntaxError, ValueError):
        return "\n".join(line.rstrip() for line in text.split("\n") if line.strip() and not line.lstrip().startswith("#"))
    return " ".join(tokens).strip()


def fingerprint(text: str) -> str:
    """16 hexadecimal digits that stay the same as long as the essence does."""
    return hashlib.sha256(essence(text).encode("utf-8", "replace")).hexdigest()[:16]
