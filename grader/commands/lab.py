"""`lab`: opens the notebooks of one language in JupyterLab."""

from __future__ import annotations

import subprocess
import sys

from ..course import ROOT
from ..errors import InputError
from ..language import Lang


def run(lang: Lang) -> int:
    folder = ROOT / "notebooks" / lang
    if not folder.is_dir():
        raise InputError(f"{folder} is not there; get the course's folder notebooks/ again")
    first = folder / "00_start" / "00_start.ipynb"
    opened = [str(first.relative_to(folder))] if first.is_file() else []
    return subprocess.run([sys.executable, "-m", "jupyter", "lab", *opened], cwd=folder, check=False).returncode
