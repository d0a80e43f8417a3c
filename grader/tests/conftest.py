"""In continuous integration nothing is skipped that could have run there."""

from __future__ import annotations

import os
from collections.abc import Generator
from typing import TypeVar

import pytest

_Report = TypeVar("_Report", pytest.TestReport, pytest.CollectReport)
ELSEWHERE = "only on "  # a skip for the sake of the platform gives a reason that begins so: "only on Windows"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _fail_if_skipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _fail_if_skipped((yield))


def _fail_if_skipped(report: _Report) -> _Report:
    reason = report.longrepr[2].removeprefix("Skipped: ") if isinstance(report.longrepr, tuple) else ""
    if os.environ.get("CI") and report.skipped and reason and not reason.startswith(ELSEWHERE):
        report.outcome = "failed"
        report.longrepr = f"skipped, which fails where the environment variable CI is set: {reason}"
    return report
