# verdict: runtime error
# An exception whose message cannot be made.
class Liar(Exception):
    def __str__(self):
        raise Liar()
def double(values):
    raise Liar()
