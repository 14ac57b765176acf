# verdict: runtime error
# It looks for secrets in the environment.
import os
def double(values):
    assert not os.environ, "something is left"
    raise LookupError("the environment is empty")
