"""The backup: all of the learner's work as a file to keep, the same that `sharpen export` writes."""

import json

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.practice.exchange.backup import export
from sharpen.web import view

NAME = "sharpen-backup.json"


def download(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        document = export(work, recordings=request.query_params.get("recordings") != "0")
    headers = {"content-disposition": f'attachment; filename="{NAME}"', "cache-control": "no-store"}
    return Response(json.dumps(document, ensure_ascii=False, indent=1), media_type="application/json", headers=headers)


ROUTES = [Route(f"/{NAME}", download)]
