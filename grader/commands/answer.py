"""`answer`: a question's reference answer, the commentary on it, and for its written part the model answer and mark scheme."""

from __future__ import annotations

from rich.markdown import Markdown
from rich.syntax import Syntax

from ..answers import without_markers
from ..course import read_course
from ..display import number, terminal
from ..language import Lang, resolve
from ..source import read_source
from ..written import mark_scheme, points, read_written

_HEADINGS = {
    "zh": ("参考答案", "为什么这样写", "书面部分：示范与评分要点"),
    "en": ("Reference answer", "Why it is so", "Written part: model answer and mark scheme"),
}
_EXAMPLE = {"zh": "得 {points} 分的回答（满足要点 {ticked}）", "en": "An answer worth {points} points (statements {ticked})"}


def run(question: str, lang: Lang) -> int:
    course = read_course()
    source = read_source(course.root, course.topic_of(question.lower()))
    cells = [cell for cell in source.cells if cell.question == question.lower() and cell.lang in ("", lang)]
    console = terminal()
    for heading, role in zip(_HEADINGS[lang], ("answer", "solution", "words"), strict=True):
        texts = [cell for cell in cells if cell.role == role]
        if texts:
            console.rule(f"{question.upper()} · {heading}")
        for cell in texts:
            text = without_markers(resolve(cell.text, lang) if cell.kind == "code" else cell.text)
            console.print(
                Syntax(text, "python", theme="ansi_light", background_color="default", word_wrap=True)
                if cell.kind == "code"
                else Markdown(text)
            )
    if any(cell.role == "words" for cell in cells):
        _, statements = mark_scheme(source, question.lower(), lang)
        for written in read_written(course, source, question.lower())[1:]:
            ticked = ", ".join(map(str, written.ticks)) or "–"
            console.rule(_EXAMPLE[lang].format(ticked=ticked, points=number(points(written, len(statements)))))
            console.print(Markdown(written.text[lang]))
    return 0
