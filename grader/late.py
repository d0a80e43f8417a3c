"""nbgrader's penalties for late submissions: its own plug-in, as the course directory's `nbgrader_config.py` sets it."""

from __future__ import annotations

import importlib
import sys
from functools import cached_property
from pathlib import Path
from typing import Any

from nbgrader.preprocessors import AssignLatePenalties
from traitlets.config.loader import PyFileConfigLoader

from .errors import InputError

_CONFIG = "nbgrader_config.py"


class LatePenalties:
    """The rule of one course directory. Its settings are read when somebody is late."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def of(self, student: str, score: float, seconds_late: float) -> float | None:
        """What a late submission loses, between 0 and its score, as nbgrader limits it; None for nothing. Raises InputError."""
        if seconds_late <= 0:
            return None
        try:
            penalty = self._plugin.late_submission_penalty(student, score, seconds_late)
            return None if penalty is None else min(max(float(penalty), 0.0), score)
        except InputError:
            raise
        except Exception as error:
            raise InputError(f"the late-penalty plug-in of {self._directory / _CONFIG} failed: {type(error).__name__}: {error}") from error

    @cached_property
    def _plugin(self) -> Any:
        """The plug-in may be a module in the course directory, as for nbgrader's own commands, which run there."""
        path = self._directory / _CONFIG
        folder = str(self._directory.resolve())
        sys.path.insert(0, folder)
        try:
            importlib.invalidate_caches()
            config = PyFileConfigLoader(_CONFIG, folder).load_config() if path.is_file() else None
            rule = AssignLatePenalties(config=config)
            rule.init_plugin()
            return rule.plugin_inst
        except Exception as error:
            raise InputError(f"{path} or the late-penalty plug-in in it does not load: {type(error).__name__}: {error}") from error
        finally:
            sys.path.remove(folder)
