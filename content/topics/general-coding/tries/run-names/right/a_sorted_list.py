# A sorted list, in which names with a common prefix are next to each other; adding and removing move what stands behind.
from bisect import bisect_left, insort
from os.path import commonprefix


class RunNames:
    def __init__(self):
        self.names = []

    def there(self, name):
        place = bisect_left(self.names, name)
        return place < len(self.names) and self.names[place] == name

    def add(self, name):
        return not self.there(name) and insort(self.names, name) is None

    def remove(self, name):
        return self.there(name) and self.names.pop(bisect_left(self.names, name)) == name

    def resolve(self, text):
        place = bisect_left(self.names, text)
        first, second = [*self.names[place : place + 2], None, None][:2]
        if first is None or not first.startswith(text):
            return None
        return None if first != text and second is not None and second.startswith(text) else first

    def shortest(self, name):
        if not self.there(name):
            return None
        place = bisect_left(self.names, name)
        near = self.names[max(0, place - 1) : place + 2]
        common = max((len(commonprefix([name, other])) for other in near if other != name), default=0)
        return name[: common + 1]
