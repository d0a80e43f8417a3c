"""The rules of form that a topic's source keeps: each fault with its line, what is wrong and what to do. `verify`'s first rule."""

from __future__ import annotations

import ast
import builtins
import difflib
import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from .check import CheckFormError, bound_names, split_check
from .course import Course, Question
from .errors import Fault
from .language import LANGUAGES, LanguageError, comment_pairs, only_writes_a_file, parse_cell, resolve
from .source import CHECKS, Cell, Source

_ORDER = ("", "given", "answer", "check", "hidden", "hint", "", "words", "solution")
_MARKERS = ("### BEGIN SOLUTION", "### END SOLUTION")
_NEAR = ("BEGIN SOLUTION", "END SOLUTION", "BEGIN HIDDEN TESTS", "END HIDDEN TESTS", "BEGIN MARK SCHEME", "END MARK SCHEME")
_NEAR_COMMENT = re.compile(r"\s*#\s*(?i:zh|en)\s*[:：]")
_FENCE = re.compile(r"^(`{3,}|~{3,}).*?^\1\s*$", re.M | re.S)
_SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_FORMULA = re.compile(r"\$\$.+?\$\$|(?<![\\$])\$(?=\S)[^$\n]+?(?<=\S)\$", re.S)
_IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]*)\)")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^(#{1,6}) ", re.M)
_NAMED = re.compile(r" --lang (?:zh|en)\b|(?<=notebooks/)(?:zh|en)(?=/)")
_CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")

Finding = tuple[int, str]


def form_faults(course: Course, source: Source) -> list[Fault]:
    """Every fault of form in a source, sorted; an empty list where there is none."""
    findings: list[Finding] = []
    for cell in source.cells:
        findings += _cell_findings(course.root, cell)
    findings += _pair_findings(source.cells)
    wanted = {question.id: question for question in course.topics.get(source.topic, ())}
    present = dict.fromkeys(cell.question for cell in source.cells if cell.question)
    for missing in wanted.keys() - present.keys():
        findings.append((1, f"question {missing} is missing; course.toml puts it into this topic"))
    for question in present:
        cells = [cell for cell in source.cells if cell.question == question]
        if question not in wanted:
            findings.append((cells[0].line, f"question {question} does not belong here; course.toml says which topic has it"))
        else:
            findings += _question_findings(cells, wanted[question])
    findings += _name_findings(source.cells)
    return sorted(Fault(source.path, line, message) for line, message in set(findings))


def _cell_findings(root: Path, cell: Cell) -> Iterator[Finding]:
    yield from _attribute_findings(cell)
    yield from _marker_findings(cell)
    if cell.kind == "markdown":
        yield from _markdown_findings(root, cell)
    else:
        yield from _code_findings(cell)


def _attribute_findings(cell: Cell) -> Iterator[Finding]:
    markdown_roles = ("", "hint", "words", "solution")
    code_roles = ("", "author", "given", "answer", "check", "hidden")
    if cell.kind == "markdown" and not cell.lang:
        yield cell.line, 'a markdown cell needs lang="zh" or lang="en"'
    if cell.kind == "code" and cell.lang:
        yield cell.line, "a code cell has no lang; write it once, with T(zh, en) where texts differ"
    if cell.role not in (markdown_roles if cell.kind == "markdown" else code_roles):
        yield cell.line, f"a {cell.kind} cell cannot have the role `{cell.role}`"
    if cell.role not in ("", "author") and not cell.question:
        yield cell.line, f'a cell with the role `{cell.role}` needs its question, as in q="q07"'
    if cell.kind == "code" and cell.question and not cell.role:
        yield cell.line, "a code cell of a question needs a role; lesson code has no q"
    if cell.is_check and cell.points < 1:
        yield cell.line, "a check needs points=1 or more"
    if cell.points and not cell.is_check:
        yield cell.line, f"only checks have points, this cell is `{cell.role or 'lesson'}`"


def _marker_findings(cell: Cell) -> Iterator[Finding]:
    inside, regions = False, 0
    for number, line in enumerate(cell.text.split("\n"), cell.line):
        bare = line.strip()
        if bare in _MARKERS:
            begins = bare == _MARKERS[0]
            if begins == inside:
                yield number, f"`{bare}` without its partner; regions are not nested and each has a begin and an end"
            inside = begins
            regions += begins
        elif _is_near_marker(bare):
            yield number, f"`{bare}` almost is a marker; write exactly `{_MARKERS[0]}` or `{_MARKERS[1]}`"
    if inside:
        yield cell.line, "`### BEGIN SOLUTION` without `### END SOLUTION`"
    if regions and cell.role not in ("answer", "words"):
        yield cell.line, f"a solution region in a `{cell.role or 'lesson'}` cell; only answer and words cells have one"
    if not regions and cell.role in ("answer", "words"):
        yield cell.line, f"a cell with the role `{cell.role}` needs a region `### BEGIN SOLUTION` … `### END SOLUTION`"


def _is_near_marker(line: str) -> bool:
    if re.search(r"(?i)\b(begin|end)[ _-]*(solution|hidden|mark scheme)", line):
        return True
    comment = re.match(r"#+\s*([A-Za-z_ -]{8,22})$", line)
    return bool(comment) and bool(difflib.get_close_matches(comment[1].strip().upper(), _NEAR, 1, 0.8))  # type: ignore[index]


def _markdown_findings(root: Path, cell: Cell) -> Iterator[Finding]:
    for match in _IMAGE.finditer(cell.text):
        line = cell.line + cell.text[: match.start()].count("\n")
        alt, target = match[1], match[2]
        if not alt.strip():
            yield line, "a figure without alt text; say in the brackets what is seen"
        if not target.startswith("../assets/"):
            yield line, f"figures come from ../assets/, not from {target or 'nowhere'}"
            continue
        path = root / target.removeprefix("../")
        variants = [path.with_suffix(f".{lang}{path.suffix}") for lang in LANGUAGES]
        if not path.is_file() and not all(variant.is_file() for variant in variants):
            yield line, f"there is no picture {target}, nor its .zh and .en forms; draw it with assets/draw_<topic>.py"
    if cell.role == "words":
        body = [line for line in cell.text.split("\n") if line.strip()]
        statements = sum(line.lstrip().startswith("- [ ] ") for line in body)
        if not 3 <= statements <= 5:
            yield cell.line, f"a mark scheme has 3 to 5 lines `- [ ] statement`, this one {statements}"
        if body and (body[0].strip(), body[-1].strip()) != _MARKERS:
            yield cell.line, "the whole body of a words cell is its solution region; the prompt stands in the cell before"


def _code_findings(cell: Cell) -> Iterator[Finding]:
    pairs = comment_pairs(cell.text)
    for number, line in enumerate(cell.text.split("\n"), 1):
        if _NEAR_COMMENT.match(line) and number not in {pair[0] for pair in pairs}:
            yield cell.line + number - 1, f"`{line.strip()}` almost is a line of one language; write exactly `# zh: …` or `# en: …`"
    try:
        for text in (cell.text, *(resolve(cell.text, lang) for lang in LANGUAGES)):
            parse_cell(text)
    except LanguageError as error:
        yield cell.line + error.line - 1, str(error)
        return
    except SyntaxError as error:
        yield cell.line + (error.lineno or 1) - 1, f"the cell is not Python ({error.msg}); mend its syntax"
        return
    if Counter(lang for _, lang, _ in pairs)["zh"] * 2 != len(pairs):
        yield cell.line, "`# zh:` and `# en:` comment lines come in equal numbers"
    if cell.is_check:
        if not pairs or pairs[0][0] != 1:
            yield cell.line, "a check begins with its title, one line `# zh: …` and one `# en: …`"
        try:
            split_check(cell.text)  # as it was written, for the lines of faults
        except CheckFormError as error:
            yield cell.line + error.line - 1, str(error)


def _pair_findings(cells: tuple[Cell, ...]) -> Iterator[Finding]:
    position = 0
    while position < len(cells):
        cell = cells[position]
        twin = cells[position + 1] if position + 1 < len(cells) else None
        position += 1
        if cell.kind != "markdown" or not cell.lang:
            continue
        if cell.lang == "en":
            yield cell.line, "an English cell without the Chinese one directly before it"
        elif twin is None or (twin.lang, twin.role, twin.question) != ("en", cell.role, cell.question):
            yield cell.line, "the next cell must be this cell's English twin, with the same role and question"
        else:
            yield from _parity_findings(cell, twin)
            position += 1


def _parity_findings(zh: Cell, en: Cell) -> Iterator[Finding]:
    for what, of in (
        ("headings", _headings),
        ("code blocks", _fences),
        ("formulas", _formulas),
        ("links", _links),
        ("images", _images),
        ("code spans", _spans),
    ):
        left, right = of(zh.text), of(en.text)
        if left != right:
            yield en.line, f"{what} differ between the languages: zh has {_difference(left, right)}, en has {_difference(right, left)}"


def _difference(one: Counter[str], other: Counter[str]) -> str:
    return ", ".join(sorted((one - other).elements())) or "nothing more"


def _prose(text: str) -> str:
    return _FENCE.sub("", text)


def _headings(text: str) -> Counter[str]:
    return Counter(_HEADING.findall(_prose(text)))


def _fences(text: str) -> Counter[str]:
    return Counter(re.sub(r"#.*", "", match[0]) for match in _FENCE.finditer(text) if not _CHINESE.search(re.sub(r"#.*", "", match[0])))


def _formulas(text: str) -> Counter[str]:
    return Counter(_FORMULA.findall(_SPAN.sub("", _prose(text))))


def _links(text: str) -> Counter[str]:
    return Counter(_LINK.findall(_prose(text)))


def _images(text: str) -> Counter[str]:
    return Counter(match[2] for match in _IMAGE.finditer(text))


def _spans(text: str) -> Counter[str]:
    """The set of inline code; what holds Chinese is written in the reader's language and not compared, nor is which language a command names."""
    return Counter({_NAMED.sub("", span) for span in _SPAN.findall(_prose(text)) if not _CHINESE.search(span)})


def _question_findings(cells: list[Cell], question: Question) -> Iterator[Finding]:
    first = cells[0].line
    roles = [role for role, _ in groupby(cell.role for cell in cells)]
    places = iter(_ORDER)
    if not all(role in places for role in roles):
        yield (
            first,
            f"{question.id}: cells in the order {', '.join(role or 'text' for role in roles)}; the order is text, given, answer, check, hidden, hint, prompt, words, solution",
        )
    count = Counter(cell.role for cell in cells)
    points = sum(cell.points for cell in cells if cell.is_check)
    if points != question.points:
        yield first, f"{question.id}: its checks have {points} points, course.toml says {question.points}"
    if count["words"] != (2 if question.written else 0):
        yield first, f"{question.id}: needs {'one pair of' if question.written else 'no'} words cells, has {count['words']} cells"
    for role in ("answer", *CHECKS):
        if not count[role]:
            yield first, f"{question.id}: no cell with the role `{role}`"
    if count["given"] > 1:
        yield first, f"{question.id}: more than one given cell; put them together"
    if not 4 <= count["hint"] <= 8:
        yield first, f"{question.id}: a ladder of two to four hints, not {count['hint'] / len(LANGUAGES):g}"
    if not count["solution"]:
        yield first, f"{question.id}: no commentary on the reference answer, role `solution`"


def _name_findings(cells: tuple[Cell, ...]) -> Iterator[Finding]:
    """Lessons and checks leave the names of answers alone, questions those of each other, asserts use what exists."""
    owned: dict[str, str] = {}
    given: dict[str, set[str]] = {}
    for cell in cells:
        if cell.role not in ("given", "answer"):
            continue
        names = _names(cell, imports=cell.role == "given")
        if cell.role == "given":
            given.setdefault(cell.question, set()).update(names)
            names = _names(cell, imports=False)
        for name in names:
            if owned.setdefault(name, cell.question) != cell.question:
                yield cell.line, f"`{name}` is defined by {owned[name]} too; a question stands on its own, so rename one"
    for cell in cells:
        if cell.kind != "code" or cell.role in ("author", "given", "answer"):
            continue
        for name in sorted(_names(cell, imports=True) & owned.keys()):
            yield cell.line, f"`{name}` is a name of {owned[name]}'s; choose another one here"
        if cell.is_check:
            yield from _assert_findings(cell, given.get(cell.question, set()))


def _assert_findings(cell: Cell, given: set[str]) -> Iterator[Finding]:
    try:
        check = split_check(resolve(cell.text, "en"))
    except (CheckFormError, SyntaxError, LanguageError):
        return  # reported with the cell itself
    known = bound_names(check.act) | given | set(dir(builtins))
    for name in sorted(check.used - known):
        yield cell.line, f"an assert uses `{name}`, which neither the act part nor the given cell makes"


def _names(cell: Cell, *, imports: bool) -> set[str]:
    if only_writes_a_file(cell.text):
        return set()
    try:
        tree = parse_cell(resolve(cell.text, "en"))
    except (SyntaxError, LanguageError):
        return set()
    if not imports:
        tree = ast.Module([node for node in tree.body if not isinstance(node, ast.Import | ast.ImportFrom)], [])
    return bound_names(tree)
