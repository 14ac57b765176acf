#!/bin/sh
# playwright 1.65.2 (Python), Chromium: wait_for_function with a string expression, on a page whose
# Content-Security-Policy allows scripts of its own origin only. If the condition holds at the first look, the call
# returns; if it has to wait, the same call raises EvalError, since every later look evaluates the string inside the
# page, where the policy forbids it. So a test passes on a quick machine and fails on a slow one, and the error does not
# speak of time. A function ("() => ...") waits on either. Needs a Chromium on the PATH.
set -eu
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check playwright==1.65.2
CHROMIUM="$chromium" "$dir/venv/bin/python" - <<'PYTHON'
import os

from playwright.sync_api import Error, sync_playwright

PAGE = "<title>old</title><script src='/later.js'></script>"
LATER = "setTimeout(() => { document.title = 'new' }, 500)"


def serve(route):
    script = route.request.url.endswith(".js")
    route.fulfill(
        body=LATER if script else PAGE,
        content_type="text/javascript" if script else "text/html",
        headers={"Content-Security-Policy": "script-src 'self'"},
    )


def waited(page, condition):
    page.goto("http://page.example/")
    try:
        page.wait_for_function(condition, timeout=20_000)
    except Error as error:
        return "EvalError" if "EvalError" in str(error) else str(error)
    return "returned"


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"])
    page = browser.new_page()
    page.route("**/*", serve)
    found = {
        "string, holds at once": waited(page, "document.title.length === 3"),
        "string, holds later": waited(page, "document.title === 'new'"),
        "function, holds later": waited(page, "() => document.title === 'new'"),
    }
    browser.close()
for what, how in found.items():
    print(f"{what:22} {how}")
assert list(found.values()) == ["returned", "EvalError", "returned"], found
PYTHON
