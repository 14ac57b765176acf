# verdict: runtime error
# The class of its exception raises when it is asked for its name.
class Meta(type):
    @property
    def __name__(cls):
        raise SystemExit(0)
    @property
    def __mro__(cls):
        raise SystemExit(0)
class Liar(Exception, metaclass=Meta):
    def __str__(self):
        raise KeyboardInterrupt
def double(values):
    raise Liar
