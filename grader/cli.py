"""The command line: reads arguments, calls one function per command, turns errors into one line and an exit code."""

from __future__ import annotations

import argparse
import errno
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from .errors import GraderError
from .language import LANGUAGES

_TOP = """\
learners      lab, check, progress, answer
instructors   doctor, course, grade, report; demo shows the whole way with an invented class
authors       build, verify

Exit codes: 0 fine, 1 something to mend in the input, 2 wrong usage, 3 a fault of the grader, 130 interrupted."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code. Never shows a traceback for what a user can mend."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = vars(_parser().parse_args(arguments))
    try:
        command = import_module(f"{__package__}.commands.{options.pop('command')}")
        return int(command.run(**options))
    except GraderError as error:
        print(error if "\n" in str(error) else f"grader: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("grader: interrupted; what was finished is kept, run the command again to go on", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 128 + getattr(signal, "SIGPIPE", 13)
    except OSError as error:
        print(f"grader: {_explain(error)}", file=sys.stderr)
        return 1
    except Exception as error:
        traceback.print_exc()
        print(
            f"grader: a fault of the grader itself ({type(error).__name__}); nothing of yours is wrong, please report the lines above",
            file=sys.stderr,
        )
        return 3


def _explain(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    steps = {
        errno.ENOSPC: "the disk is full; free some space and run the command again",
        errno.EDQUOT: "your disk quota is used up; free some space and run the command again",
        errno.EACCES: "permission denied; choose another folder or change its permissions",
        errno.EPERM: "permission denied; choose another folder or change its permissions",
        errno.EROFS: "the file system is read-only; choose another folder",
    }
    if error.errno in steps:
        return where + steps[error.errno]
    return f"{where}{error.strerror or error}; mend that and run the command again"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m grader",
        description="A Python course in notebooks, and its grader.",
        epilog=_TOP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)
    _learner_commands(commands)
    _instructor_commands(commands)
    _author_commands(commands)
    return parser


def _add(commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, short: str, example: str) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=short,
        description=short[0].upper() + short[1:] + ".",
        epilog=f"for example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _lang(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the notebooks (en)")


def _learner_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    lab = _add(commands, "lab", "open the notebooks in JupyterLab", "python -m grader lab --lang zh")
    _lang(lab)

    check = _add(
        commands,
        "check",
        "check your own notebooks and say what to do next",
        "python -m grader check notebooks/en/02_singleton/02_singleton.ipynb -q q07",
    )
    check.add_argument(
        "notebooks", metavar="NOTEBOOK", type=Path, nargs="*", help="notebooks to check; without one, all those you have begun"
    )
    check.add_argument("-q", "--question", metavar="q07", default="", help="only this question")

    progress = _add(commands, "progress", "show how far you are, topic by topic", "python -m grader progress --lang zh")
    _lang(progress)

    answer = _add(commands, "answer", "show a question's reference answer and why it is so", "python -m grader answer q07")
    answer.add_argument("question", metavar="QUESTION", help="a question's id, q01 to q25")
    _lang(answer)


def _instructor_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    demo = _add(commands, "demo", "make a course directory with an invented class, grade it, show the result", "python -m grader demo")
    demo.add_argument("directory", metavar="DIR", type=Path, nargs="?", default=Path("demo-course"), help="where to put it (demo-course)")
    _lang(demo)
    demo.add_argument("--jobs", metavar="N", type=_positive, default=None, help="submissions graded at once (number of cores)")

    _add(commands, "doctor", "say what this machine can do, and how to get the rest", "python -m grader doctor")

    course = _add(commands, "course", "make or update an nbgrader course directory", "python -m grader course my-class --lang en")
    course.add_argument("directory", metavar="DIR", type=Path, help="the course directory")
    _lang(course)

    grade = _add(
        commands, "grade", "grade the submissions of a course directory", "python -m grader grade my-class 02_singleton --json results.json"
    )
    grade.add_argument("directory", metavar="DIR", type=Path, help="an nbgrader course directory made by `course`")
    grade.add_argument("assignments", metavar="ASSIGNMENT", nargs="*", help="assignments to grade; all without one")
    where = grade.add_mutually_exclusive_group()
    where.add_argument("--jobs", metavar="N", type=_positive, default=None, help="submissions graded at once (number of cores)")
    where.add_argument("--dask", metavar="ADDRESS", default="", help="grade on a running dask.distributed cluster: its scheduler's address")
    grade.add_argument(
        "--sandbox", choices=("auto", "off"), default="auto", help="off: no walls around learners' code; only for code you trust (auto)"
    )
    grade.add_argument("--json", metavar="FILE", type=Path, default=None, dest="json_file", help="write one object per check into FILE")

    report = _add(commands, "report", "show what a graded class got wrong, check by check", "python -m grader report my-class")
    report.add_argument("directory", metavar="DIR", type=Path, help="a course directory that was graded")


def _author_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    build = _add(commands, "build", "make notebooks/ from solutions/", "python -m grader build --check")
    build.add_argument("topics", metavar="TOPIC", nargs="*", help="topics to build; all without one")
    build.add_argument("--check", action="store_true", help="write nothing; fail if notebooks/ is not what the sources make")

    verify = _add(commands, "verify", "prove that the course is right", "python -m grader verify 02_singleton")
    verify.add_argument("topics", metavar="TOPIC", nargs="*", help="topics to verify; all without one")
    verify.add_argument("--jobs", metavar="N", type=_positive, default=None, help="submissions run at once (number of cores)")
    verify.add_argument(
        "--mutants", action="store_true", help="only run every right answer with one small change each: all must lose marks"
    )
    verify.add_argument(
        "--runs", metavar="N", type=_positive, default=None, help="only count flakes: grade every answer N times with all cores kept busy"
    )
    verify.add_argument(
        "--report", action="store_true", help="grade every answer and mutant that is not yet known, and write grader/accuracy.md"
    )
    verify.add_argument("-q", "--question", metavar="q07", default="", help="with --mutants, --runs or --report: only this question")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number
