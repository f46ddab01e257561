"""What the tests share: where the repository is, its example town, Chinese as the language of each test."""

import pathlib

import eken
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch):
    monkeypatch.chdir(ROOT)
    eken.options.lang = "zh"


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def town():
    return eken.read(ROOT / "examples/data/yuanqu-2023.json")


@pytest.fixture(scope="session")
def outcome(town):
    return town.assess(year=2023)
