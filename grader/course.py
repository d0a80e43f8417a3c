"""The course as a whole: where its files are, which topics and questions it has (`solutions/course.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from .errors import InputError, UsageError
from .language import Lang

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Question:
    """A question of the exam: its automatic points and whether it has a written part (1 point, marked by hand)."""

    id: str
    points: int
    written: bool


@dataclass(frozen=True)
class Course:
    """The course in ``root``: topics in order, each with its questions."""

    root: Path
    title: dict[str, str]
    topics: dict[str, tuple[Question, ...]]
    budgets: dict[str, float]

    def seconds(self, topic: str) -> float:
        """How long the whole notebook of a topic may take to run, in seconds: 15 where course.toml says nothing."""
        return self.budgets.get(topic, 15.0)

    def choose(self, names: list[str]) -> list[str]:
        """The topics named, in course order; all where none is named. Raises UsageError for one that does not exist."""
        for name in names:
            if name not in self.topics:
                raise UsageError(f"there is no topic {name!r}; the topics are {', '.join(self.topics)}")
        return [topic for topic in self.topics if not names or topic in names]

    def topic_of(self, question: str) -> str:
        """The topic that holds a question. Raises UsageError for one that does not exist."""
        for topic, questions in self.topics.items():
            if question in {item.id for item in questions}:
                return topic
        known = ", ".join(item.id for questions in self.topics.values() for item in questions)
        raise UsageError(f"there is no question {question!r}; the questions are {known}")

    def notebook(self, topic: str, lang: Lang) -> Path:
        """Where the learner's notebook of a topic is."""
        return self.root / "notebooks" / lang / topic / f"{topic}.ipynb"

    def files(self, topic: str) -> tuple[Path, ...]:
        """The files that stand beside a topic's notebook, sorted by name."""
        folder = self.root / "solutions" / "files" / topic
        return tuple(sorted(path for path in folder.glob("*") if path.is_file())) if folder.is_dir() else ()


def has_solutions(root: Path = ROOT) -> bool:
    """Whether the instructor's part of the package is there."""
    return (root / "solutions" / "course.toml").is_file()


def read_course(root: Path = ROOT) -> Course:
    """Read ``solutions/course.toml``. Raises InputError where it is missing or says something that does not fit."""
    path = root / "solutions" / "course.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError(
            "solutions/course.toml is not there; this command needs the instructor's package, with its folder solutions/"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"solutions/course.toml cannot be read: {error}") from None
    try:
        questions = {name: Question(name, int(item["points"]), bool(item["written"])) for name, item in data["questions"].items()}
        topics = {name: tuple(questions[question] for question in listed) for name, listed in data["topics"].items()}
        budgets = {name: float(seconds) for name, seconds in data.get("seconds", {}).items()}
        return Course(root, dict(data["title"]), topics, budgets)
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(f"solutions/course.toml: {error!r} is missing or has the wrong form; compare it with the repository's") from None
