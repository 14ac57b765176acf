"""Today in a browser: one key begins the next thing, and what was begun comes first."""

import re

from playwright.sync_api import expect

from sharpen.practice import Workspace
from sharpen.practice.solving import drafts

from .conftest import Opens


def test_one_key_begins_the_first_thing_of_today(opens: Opens, workspace: Workspace) -> None:
    page = opens("/")
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    page.keyboard.press("s")
    page.wait_for_url("**/problems/k-means")
    drafts.save(workspace, "perceptron", "mine = 1", (), 60.0)
    page.goto("/")
    expect(page.get_by_role("link", name="Continue Perceptron")).to_be_visible()


def test_a_topic_of_the_map_is_one_click_away(opens: Opens) -> None:
    page = opens("/progress")
    page.get_by_role("link", name=re.compile("^k-means ?: never met")).click()
    page.wait_for_url("**/topics/k-means")
