# verdict: wrong answer
# It replaces the standard output by something that lies.
import sys
class Loud:
    def write(self, text):
        raise RuntimeError("no")
    def flush(self):
        raise RuntimeError("no")
sys.stdout = sys.stderr = sys.__stdout__ = Loud()
def double(values):
    return 0
