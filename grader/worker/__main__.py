"""Runs the cells of one submission, in its own process and folder: commands come in as JSON lines, answers go out the same way.

Started as ``python -I path/to/worker`` for one submission, or with ``--warm`` as a parent that forks one child per submission. Knows nothing of
checks' expected values: it gets code to run and names to report. The first command is ``{"files": {name: base64}}``, the files beside the notebook;
each further one, ``{"code": [cell, …], "observe": […], "apart": …, "number": …}``, is answered by
``{"error": null | {"type", "text", "name", "line"}, "output": …, "observed": {name: tree}, "number": …}`` with the same number.
"""

import asyncio
import base64
import contextlib
import importlib
import json
import multiprocessing.process
import os
import re
import sys
import types
from pathlib import Path

from plain import encode

for _name in ("plain", "walls", "warm", "watch"):
    sys.modules.pop(_name, None)  # a submission may have a module of that name

# What IPython may not leave as it is: magics, shell commands, help, prompts that were copied too, an indented or empty beginning. To ask it takes a third
# of a cell's time.
_SPECIAL = re.compile(r"\A\s|\?|=\s*[%!]|^\s*(?:[%!,;/]|In \[|\.\.\.|>>>)", re.M)
MAX_OUTPUT = 20_000  # bytes of one cell's output that are kept
MAX_ERROR = 2_000  # characters of an exception's text
MAX_FILE = 64 * 2**20  # bytes: the largest file, and so the most output, that a submission may write


def main() -> None:
    if "--warm" in sys.argv:
        import warm

        warm.serve(_warm_shell, lambda shell, *channels: _work(shell, Path("/tmp/notebook"), *channels))
    output = os.open(os.environ["GRADER_OUTPUT"], os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    _work(_make_shell(), Path.cwd(), os.dup(0), os.dup(1), output)


def _work(shell, folder: Path, commands: int, replies: int, output: int) -> None:
    """Serve one submission in ``folder``, then end the process with all that still runs in it."""
    _redirect(output)
    _limit_files()
    folder.mkdir(exist_ok=True)
    os.chdir(folder)
    sys.path[0] = str(folder)  # as in a kernel
    multiprocessing.process.ORIGINAL_DIR = str(folder)  # where children look for modules beside the notebook
    multiprocessing.process.current_process().authkey = os.urandom(32)
    with os.fdopen(commands, "r", encoding="utf-8") as lines, os.fdopen(replies, "w", encoding="utf-8") as answers:
        for name, content in json.loads(lines.readline())["files"].items():
            (folder / name).write_bytes(base64.b64decode(content))
        asyncio.run(_serve(shell, lines, answers, output))
        os._exit(0)


def _redirect(output: int) -> None:
    """Descriptors 0, 1 and 2 become an empty input and a file."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.close(nothing)
    sys.stdout.reconfigure(encoding="utf-8", errors="replace", line_buffering=False)
    sys.stderr.reconfigure(encoding="utf-8", errors="replace")


def _limit_files() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_FSIZE, (MAX_FILE, MAX_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _warm_shell():
    """A shell for the parent of all submissions, with what lessons and checks import already loaded."""
    for name in ("matplotlib.pyplot", "concurrent.futures.process", "multiprocessing.managers", "selectors", "tempfile"):
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    shell = _make_shell()
    asyncio.run(_run(shell, "1"))
    return shell


def _make_shell():
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.cache_size = 0
    config.InteractiveShell.colors = "nocolor"
    config.InteractiveShell.autocall = 0
    shell = InteractiveShell.instance(config=config)
    shell.showtraceback = lambda *_args, **_options: None
    shell.showsyntaxerror = lambda *_args, **_options: None
    return shell


async def _serve(shell, commands, replies, output) -> None:
    while line := commands.readline():
        command = json.loads(line)
        _renew(output)
        with _apart(shell) if command["apart"] else contextlib.nullcontext():
            error = None
            for code in command["code"]:
                error = await _run(shell, code)
            seen = {name: shell.user_ns[name] for name in command["observe"] if name in shell.user_ns}
        _flush()
        observed = {name: encode(value) for name, value in seen.items()} if error is None else {}
        reply = {"error": error, "output": _written(output), "observed": observed, "number": command["number"]}
        replies.write(json.dumps(reply) + "\n")
        replies.flush()


@contextlib.contextmanager
def _apart(shell):
    """For one cell a namespace of its own that begins with all names of the notebook: a check's variables replace no helper of the answer's."""
    module, space = shell.user_module, shell.user_ns
    shell.user_module = types.ModuleType("__main__")
    shell.user_module.__dict__.update(space)
    shell.user_ns = shell.user_module.__dict__
    sys.modules["__main__"] = shell.user_module
    try:
        yield
    finally:
        shell.user_module, shell.user_ns = module, space
        sys.modules["__main__"] = module


async def _run(shell, code: str):
    """Run one cell; None, or what its error was."""
    transformed, failure = code, None
    if _SPECIAL.search(code) or shell.input_transformers_post:
        try:
            transformed = shell.transform_cell(code)
        except Exception:
            failure = sys.exc_info()
    result = await shell.run_cell_async(code, store_history=False, transformed_cell=transformed, preprocessing_exc_tuple=failure)
    error = result.error_before_exec or result.error_in_exec
    return None if error is None else _describe(error)


def _describe(error: BaseException) -> dict:
    try:
        text = str(error)[:MAX_ERROR]
    except BaseException:
        text = "(its text cannot be shown)"
    line = error.lineno if isinstance(error, SyntaxError) else None
    trace = error.__traceback__
    while trace is not None:
        if "<ipython-input" in trace.tb_frame.f_code.co_filename:
            line = trace.tb_lineno
        trace = trace.tb_next
    name = getattr(error, "name", None) if isinstance(error, NameError) else None
    return {
        "type": type(error).__name__[:100],
        "text": text if type(text) is str else "",
        "name": name if type(name) is str else None,
        "line": line if type(line) is int else None,
    }


def _renew(output: int) -> None:
    """An empty file for the next cell's output, and streams into it where an earlier cell closed them or filled the file."""
    _flush()
    os.ftruncate(output, 0)
    for name, descriptor in (("stdout", 1), ("stderr", 2)):
        stream = getattr(sys, name)
        if getattr(stream, "closed", True):
            os.dup2(output, descriptor)
            setattr(sys, name, open(descriptor, "w", encoding="utf-8", errors="replace", closefd=False))


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass


def _written(output: int) -> str:
    """What the cell wrote. The file is in append mode, so reading may move its position."""
    size = os.fstat(output).st_size
    os.lseek(output, 0, os.SEEK_SET)
    text = os.read(output, MAX_OUTPUT).decode("utf-8", "replace")
    return text if size <= MAX_OUTPUT else f"{text}\n… {size - MAX_OUTPUT} bytes more"


if __name__ == "__main__":
    main()
