# verdict: time limit
# It loops in a finalizer.
class Last:
    def __del__(self):
        while True:
            pass
def double(values):
    Last()
