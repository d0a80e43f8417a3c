"""JupyterLab as a child process, and a headless Chromium that looks at it. For the tests in test_browser.py."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium.common.exceptions import ElementClickInterceptedException, StaleElementReferenceException
from selenium.webdriver import ActionChains, Chrome, ChromeOptions, Keys
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.expected_conditions import element_to_be_clickable
from selenium.webdriver.support.wait import WebDriverWait

PATIENCE = 60.0  # seconds that anything on a page may take; the slowest, a validation, takes some 10
START = 60.0  # seconds that a server may take until it answers; 3 are usual
STOP = 15.0  # seconds that a server gets to shut its kernels down
IDLE = '.jp-Notebook-ExecutionIndicator[data-status="idle"]'
_RAN = re.compile(r"\[\d+\]:")
_URL = re.compile(r"https?://(?:127\.0\.0\.1|localhost):(\d+)/lab\S*")


def required_programs() -> tuple[str, str]:
    """Paths of Chromium and chromedriver. Where one is missing, the test is skipped with what to do."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if browser is None or driver is None:
        missing = " and ".join(name for name, path in (("chromium", browser), ("chromedriver", driver)) if path is None)
        pytest.skip(f"{missing} not found; on Debian: apt-get install chromium chromium-driver")
    return browser, driver


@contextmanager
def chromium(profile: Path, width: int = 1500, height: int = 1000) -> Iterator[Chrome]:
    """A headless Chromium with a profile of its own, in the new folder ``profile``; it makes no connections of its own."""
    browser, driver = required_programs()
    options = ChromeOptions()
    options.binary_location = browser
    for argument in (
        "--headless=new",
        "--no-sandbox",  # root cannot have Chromium's sandbox; it only ever sees our own pages
        "--disable-gpu",
        "--disable-dev-shm-usage",  # /dev/shm of a container is often too small
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        f"--user-data-dir={profile}",
        f"--window-size={width},{height}",
    ):
        options.add_argument(argument)
    chrome = Chrome(options=options, service=Service(driver))
    try:
        yield chrome
    finally:
        chrome.quit()


class Server:
    """A running JupyterLab: where it answers, which folder it shows, what it has logged."""

    def __init__(self, process: subprocess.Popen[str], root: Path, token: str) -> None:
        self.root = root
        self.token = token
        self.log: list[str] = []
        self._process = process
        self._port = ""
        self._answers = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        if not self._answers.wait(START) or not self._port:
            self.stop()
            raise RuntimeError(f"JupyterLab did not start within {START:g} s; it said:\n{''.join(self.log)}")

    def url(self, path: str) -> str:
        """The address of ``path`` on the server, with its token."""
        return f"http://127.0.0.1:{self._port}/{path}{'&' if '?' in path else '?'}token={self.token}"

    def stop(self) -> None:
        """Stop the server and all that it started, politely first."""
        self._process.terminate()
        try:
            self._process.wait(STOP)
        except subprocess.TimeoutExpired:
            self._process.kill()  # its kernels notice that it has gone, and end
            self._process.wait()
        self._reader.join()

    def _read(self) -> None:
        stream = self._process.stderr
        assert stream is not None
        for line in stream:
            self.log.append(line)
            found = _URL.search(line)
            if found:
                self._port = found[1]
                self._answers.set()
        self._answers.set()
        stream.close()


@contextmanager
def jupyter_lab(root: Path, home: Path) -> Iterator[Server]:
    """JupyterLab with ``root`` as its folder, as `pip install` leaves it: settings, workspaces and kernels' files go below ``home``."""
    settings = home / "config"
    (settings / "labconfig").mkdir(parents=True)
    no_news = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}  # it asks the network
    (settings / "labconfig" / "page_config.json").write_text(json.dumps(no_news), encoding="utf-8")
    own = {
        "HOME": home,
        "JUPYTER_CONFIG_DIR": settings,
        "JUPYTER_DATA_DIR": home / "data",
        "JUPYTER_RUNTIME_DIR": home / "runtime",
        "JUPYTERLAB_SETTINGS_DIR": home / "settings",
        "JUPYTERLAB_WORKSPACES_DIR": home / "workspaces",
        "IPYTHONDIR": home / "ipython",
        "MPLCONFIGDIR": home / "matplotlib",
    }
    token = "a-token-of-the-tests"
    arguments = ["--no-browser", "--port=0", "--ip=127.0.0.1", f"--IdentityProvider.token={token}"]
    process = subprocess.Popen(
        [sys.executable, "-m", "jupyter", "lab", *arguments, *(["--allow-root"] if _is_root() else [])],
        cwd=root,
        env=os.environ | {name: str(path) for name, path in own.items()},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,  # a Ctrl-C at the terminal is pytest's; the server is stopped by what follows
    )
    server = Server(process, root, token)
    try:
        yield server
    finally:
        server.stop()


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def patience(chrome: Chrome) -> WebDriverWait[Chrome]:
    """Waits for a condition on a page. A page may redraw itself or move meanwhile: what was found is then looked for again."""
    moving = (StaleElementReferenceException, ElementClickInterceptedException)
    return WebDriverWait(chrome, PATIENCE, poll_frequency=0.1, ignored_exceptions=moving)


class NotebookPage:
    """One notebook, opened in JupyterLab. Cells are named by their index in the file."""

    def __init__(self, chrome: Chrome, server: Server, path: str) -> None:
        self.chrome = chrome
        self.wait = patience(chrome)
        chrome.get(server.url(f"lab/workspaces/{path.replace('/', '-').replace('.', '-')}/tree/{path}"))
        self.wait.until(lambda page: page.find_elements(By.CSS_SELECTOR, ".jp-Notebook .jp-Cell"), "no notebook was shown")
        self.wait.until(lambda page: page.find_elements(By.CSS_SELECTOR, IDLE), "the kernel did not start")

    def cell(self, index: int) -> WebElement:
        """The cell, in the middle of the window. JupyterLab makes the cells when they come near it: scroll until this one is there."""
        selector = f'.jp-Notebook-cell[data-windowed-list-index="{index}"]'

        def find(page: Chrome) -> list[WebElement]:
            found = page.find_elements(By.CSS_SELECTOR, selector)
            if not found:
                page.execute_script("const pane = document.querySelector('.jp-WindowedPanel-outer'); pane.scrollTop = pane.scrollHeight")
            return found

        found = self.wait.until(find, f"cell {index} was not shown")[0]
        self.chrome.execute_script("arguments[0].scrollIntoView({block: 'center'})", found)
        return found

    def run(self, index: int) -> WebElement:
        """Run a code cell with Shift+Enter; the cell, when it has come to its end."""
        self.wait.until(lambda page: self._select(index), f"cell {index} could not be selected")
        ActionChains(self.chrome).key_down(Keys.SHIFT).send_keys(Keys.ENTER).key_up(Keys.SHIFT).perform()
        self.wait.until(lambda page: _RAN.match(self._prompt(index).text), f"cell {index} did not come to its end")
        return self.cell(index)

    def _select(self, index: int) -> bool:
        """Click on the cell's prompt; whether that was it, for the page may move when a figure above comes in."""
        self._prompt(index).click()
        return "jp-mod-active" in str(self.cell(index).get_attribute("class"))

    def _prompt(self, index: int) -> WebElement:
        return self.cell(index).find_element(By.CSS_SELECTOR, ".jp-InputPrompt")

    def validate(self) -> str:
        """Press nbgrader's button and close its dialog; what that said."""
        self.wait.until(element_to_be_clickable((By.CSS_SELECTOR, ".jp-Toolbar-item .validate-button"))).click()
        said: str = self.wait.until(lambda page: page.find_elements(By.CSS_SELECTOR, "#validation-message"), "no result came")[0].text
        self.wait.until(element_to_be_clickable((By.CSS_SELECTOR, ".jp-Dialog .jp-mod-accept"))).click()
        return said
