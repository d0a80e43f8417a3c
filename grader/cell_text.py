"""The text of answer cells: what stands in an untouched one, and whether somebody wrote something."""

from __future__ import annotations

import hashlib

from .language import Lang

STUBS: dict[Lang, str] = {"zh": "# 在这里写你的代码\nraise NotImplementedError()", "en": "# YOUR CODE HERE\nraise NotImplementedError()"}

TEXT_STUBS: dict[Lang, str] = {"zh": "在这里写下你的回答。", "en": "Write your answer here."}


def with_stub(text: str, stub: str) -> str:
    """An answer cell as it is handed out: each solution region replaced by the stub, as nbgrader's ClearSolutions does it."""
    lines: list[str] = []
    inside = False
    for line in text.split("\n"):
        bare = line.strip()
        if bare == "### BEGIN SOLUTION":
            indent = line[: len(line) - len(line.lstrip())]
            lines += [indent + line for line in stub.split("\n")]
        if bare in ("### BEGIN SOLUTION", "### END SOLUTION"):
            inside = bare == "### BEGIN SOLUTION"
        elif not inside:
            lines.append(line)
    return "\n".join(lines)


def essence(text: str) -> str:
    """The lines of a cell that are neither blank nor a comment, without trailing space. The same in every version of Python, unlike its tokens."""
    return "\n".join(line.rstrip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))


def fingerprint(text: str) -> str:
    """16 hexadecimal digits that stay the same as long as the essence does."""
    return hashlib.sha256(essence(text).encode("utf-8", "replace")).hexdigest()[:16]
