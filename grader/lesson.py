"""Runs a notebook from top to bottom in a real kernel, as a reader does with Run All."""

from __future__ import annotations

import copy
import shutil
import subprocess
import time
from pathlib import Path

from nbformat.notebooknode import NotebookNode


class LessonError(Exception):
    """A cell stopped with an error, or did not come back. ``cell_id`` is the cell's."""

    def __init__(self, cell_id: str, message: str) -> None:
        self.cell_id = cell_id
        super().__init__(message)


def run_notebook(notebook: NotebookNode, files: tuple[Path, ...], folder: Path, limit: float) -> float:
    """Run all cells in ``folder``, with ``files`` beside; how many seconds that took, without starting the kernel.

    No cell may take longer than ``limit`` seconds. Raises LessonError.
    """
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    for path in files:
        shutil.copyfile(path, folder / path.name)
    copied = copy.deepcopy(notebook)
    quiet = ["--log-level=ERROR"]  # a kernel warns of its own loopback connection
    client = NotebookClient(
        copied, timeout=int(limit) + 1, kernel_name="python3", extra_arguments=quiet, resources={"metadata": {"path": str(folder)}}
    )
    client.create_kernel_manager().connection_file = str(folder / ".kernel.json")  # goes with the folder, even after an interrupt
    cell_id = ""
    with client.setup_kernel(stderr=subprocess.DEVNULL):  # what cells write comes as output; this is what a kernel says of itself
        started = time.monotonic()
        for index, cell in enumerate(copied.cells):
            cell_id = cell.id
            try:
                client.execute_cell(cell, index)
            except CellExecutionError as error:
                raise LessonError(cell_id, f"the cell {cell_id} stopped with {error.ename}: {error.evalue}") from None
            except (CellTimeoutError, DeadKernelError) as error:
                raise LessonError(cell_id, f"the cell {cell_id} did not come back within {limit:g} s ({type(error).__name__})") from None
        return time.monotonic() - started
