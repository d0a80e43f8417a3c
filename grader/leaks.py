"""Whether a learner's notebook gives away what it must not: solutions, hidden checks, wrong answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .build import Built

_RUN = {"solution": 3, "hidden check": 3, "wrong answer": 5}  # lines in a row that are no coincidence any more


def leaks(built: Built, wrong_answers: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(cell id, message) for every secret that stands, several lines in a row, in the release notebook: in its text, metadata, attachments or outputs."""
    secrets = [*_regions(built), *(("wrong answer", "", _lines(text)) for text in wrong_answers)]
    public = {cell.id: _lines("\n".join(_texts(cell))) for cell in built.release.cells}
    public["notebook"] = _lines("\n".join(_texts(built.release.metadata)))
    runs = {what: {cell_id: set(_windows(lines, length)) for cell_id, lines in public.items()} for what, length in _RUN.items()}
    for what, of, lines in secrets:
        windows = set(_windows(lines, _RUN[what]))
        for cell_id, shown in runs[what].items():
            if windows & shown:
                both = next(iter(windows & shown))
                yield cell_id, f"{built.lang}: a {what}{f' of {of}' if of else ''} can be read in the learner's notebook: {both[0]!r}"


def _regions(built: Built) -> Iterator[tuple[str, str, list[str]]]:
    """What stands between solution and hidden-test markers: (what, cell id, lines)."""
    for cell in built.instructor.cells:
        inside: list[str] | None = None
        for line in cell.source.split("\n"):
            bare = line.strip()
            if bare in ("### BEGIN SOLUTION", "### BEGIN HIDDEN TESTS"):
                inside = []
            elif bare in ("### END SOLUTION", "### END HIDDEN TESTS") and inside is not None:
                yield ("solution" if "SOLUTION" in bare else "hidden check"), cell.id, _lines("\n".join(inside))
                inside = None
            elif inside is not None:
                inside.append(line)


def _texts(part: object) -> Iterator[str]:
    """Every text in a part of a notebook, however deep."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from _texts(key)
            yield from _texts(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _texts(value)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if len(line.strip()) > 3]


def _windows(lines: list[str], length: int) -> Iterator[tuple[str, ...]]:
    """Every ``length`` lines in a row; all of them at once where there are fewer, if they are long enough to mean something."""
    if lines and len(lines) < length and sum(map(len, lines)) > 60:
        yield tuple(lines)
    for start in range(len(lines) - length + 1):
        yield tuple(lines[start : start + length])
