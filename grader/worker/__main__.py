"""Runs the cells of one submission, in its own process and folder: commands come in as JSON lines, answers go out the same way.

Started as ``python -I path/to/worker`` in the submission's private folder. Knows nothing of checks' expected values:
it gets code to run and names to report. ``{"code": …, "observe": […]}`` is answered by
``{"error": null | {"type", "text", "name", "line"}, "output": …, "observed": {name: tree}}``.
"""

import asyncio
import json
import os
import sys
from pathlib import Path

from plain import encode

del sys.modules["plain"]  # a submission may have a module of that name

MAX_OUTPUT = 20_000  # bytes of one cell's output that are kept
MAX_ERROR = 2_000  # characters of an exception's text
MAX_FILE = 64 * 2**20  # bytes: the largest file, and so the most output, that a submission may write


def main() -> None:
    commands, replies, output = _take_channels()
    sys.path[0] = os.getcwd()  # the folder of the notebook, as in a kernel  # noqa: PTH109
    _limit_files()
    shell = _make_shell()
    asyncio.run(_serve(shell, commands, replies, output))
    os._exit(0)  # threads and exit handlers of the submission end with it


def _take_channels():
    """The pipes to the supervisor under private descriptors; descriptors 0, 1 and 2 become an empty input and a file."""
    commands = os.fdopen(os.dup(0), "r", encoding="utf-8")
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    output = os.open(os.environ["GRADER_OUTPUT"], os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.close(nothing)
    sys.stdout.reconfigure(encoding="utf-8", errors="replace", line_buffering=False)
    sys.stderr.reconfigure(encoding="utf-8", errors="replace")
    return commands, replies, output


def _limit_files() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_FSIZE, (MAX_FILE, MAX_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


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
    import multiprocessing.process

    multiprocessing.process.ORIGINAL_DIR = os.getcwd()  # where children look for modules beside the notebook  # noqa: PTH109
    return shell


async def _serve(shell, commands, replies, output) -> None:
    missing = object()
    while line := commands.readline():
        command = json.loads(line)
        start = os.fstat(output).st_size
        error = await _run(shell, command["code"])
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except Exception:
                pass
        observed = {}
        for name in command["observe"] if error is None else ():
            value = shell.user_ns.get(name, missing)
            if value is not missing:
                observed[name] = encode(value)
        reply = {"error": error, "output": _written(output, start), "observed": observed}
        replies.write(json.dumps(reply) + "\n")
        replies.flush()


async def _run(shell, code: str):
    """Run one cell; None, or what its error was."""
    transformed, failure = code, None
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
        if "<ipython-input" in trace.tb_frame.f_code.co_filename or "ipykernel" in trace.tb_frame.f_code.co_filename:
            line = trace.tb_lineno
        trace = trace.tb_next
    name = getattr(error, "name", None) if isinstance(error, NameError) else None
    return {
        "type": type(error).__name__[:100],
        "text": text if type(text) is str else "",
        "name": name if type(name) is str else None,
        "line": line if type(line) is int else None,
    }


def _written(output: int, start: int) -> str:
    size = os.fstat(output).st_size - start
    with Path(os.environ["GRADER_OUTPUT"]).open("rb") as file:
        file.seek(start)
        text = file.read(MAX_OUTPUT).decode("utf-8", "replace")
    return text if size <= MAX_OUTPUT else f"{text}\n… {size - MAX_OUTPUT} bytes more"


if __name__ == "__main__":
    main()
