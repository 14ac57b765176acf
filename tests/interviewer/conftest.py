"""A local endpoint, and the settings of a client that asks it."""

import pytest

from sharpen.interviewer.endpoint import Endpoint
from sharpen.interviewer.key import Key
from tests.interviewer.endpoint import LocalEndpoint

SECRET = "sk-local-4f7a91c2e0"


@pytest.fixture
def endpoint(server: LocalEndpoint) -> Endpoint:
    return Endpoint(server.url, "small-model", Key(SECRET))
