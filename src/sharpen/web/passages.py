"""Passages as forms send them, from a script or from a page without, and as scripts read them."""

from starlette.datastructures import FormData
from starlette.responses import JSONResponse, Response

from sharpen.domain.passage import Passage, Typed
from sharpen.practice import inputs
from sharpen.practice.ids import new_edit


def text_of(form: FormData, name: str) -> str:
    """A text of a form, with our line ends; empty if the form has none."""
    return inputs.plain(str(form.get(name, "")))


def typed_on_a_page(form: FormData, name: str) -> Typed:
    """One passage of a form that holds several, each with the version that the page showed."""
    return Typed(name, text_of(form, name), str(form.get(f"base.{name}", "")), new_edit())


def typed_in_a_script(form: FormData, name: str) -> Typed:
    """The passage that a script sends as one types, with its edit."""
    edit, base = str(form.get("edit", "")), str(form.get("base", ""))
    return Typed(name, text_of(form, "text"), base, edit, bool(form.get("chosen")))


def front(passage: Passage) -> Response:
    """A passage for a script that asks what is in front."""
    return JSONResponse(_front(passage))


def settled(passage: Passage, typed: Typed) -> Response:
    """Whether what was typed is in front now; where something else was typed meanwhile, that, as a conflict."""
    if passage.text == typed.text or passage.holds(typed.edit):
        return JSONResponse({"version": passage.version, "same": passage.text == typed.text})
    return JSONResponse(_front(passage), 409)


def _front(passage: Passage) -> dict[str, str]:
    return {"version": passage.version, "text": passage.text}
