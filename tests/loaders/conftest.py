"""A file in a folder of its own, and the same followed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders.live import Live
from tests.loaders.following import count
from tests.loaders.small import SMALL


@pytest.fixture
def path() -> Iterator[Path]:
    """A data file in a folder that every user may enter."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    (folder / "figures.yaml").write_text(SMALL)
    yield folder / "figures.yaml"
    shutil.rmtree(folder)


@pytest.fixture
def live(path: Path) -> Live:
    """The file as followed since it was good, with hardly a wait for editors."""
    followed = Live(path, settle=0.001)
    assert count(followed.current()) == 18000
    return followed
