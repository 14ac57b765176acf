# verdict: wrong answer | runtime error
# A list whose items depend on who asks.
class Shifty(list):
    def __iter__(self):
        raise RuntimeError("nobody looks inside")
    def __len__(self):
        return 3
def double(values):
    return Shifty([0])
