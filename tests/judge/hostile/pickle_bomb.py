# verdict: runtime error
# It answers with an object that runs code when it is unpickled.
import os
class Bomb:
    def __reduce__(self):
        return os.system, ("touch /tmp/sharpen-hostile",)
def double(values):
    return Bomb()
