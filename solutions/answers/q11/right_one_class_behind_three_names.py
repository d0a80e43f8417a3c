"""
zh: 三个名字背后是同一个类的方法。
en: The three names are bound to methods of one class.
"""

class Mirror:
    _nothing = object()

    def look(self, obj, name):
        return getattr(obj, name, self._nothing)

    def callable_names(self, obj):
        for name in dir(obj):
            if not name.startswith("_") and callable(self.look(obj, name)):
                yield name

    def command(self, obj, line):
        head, *tail = line.split()
        if head in set(self.callable_names(obj)):
            return self.look(obj, head)(*tail)
        raise LookupError("no public method called " + head)

    def change(self, obj, changes):
        changed = []
        for name, value in changes.items():
            old = self.look(obj, name)
            new = self._nothing if value is DELETE else value
            if old is self._nothing and new is self._nothing:
                continue
            if new is self._nothing:
                delattr(obj, name)
            elif old is not self._nothing and old == new:
                continue
            else:
                setattr(obj, name, new)
            changed.append(name)
        return sorted(changed)

    def names(self, obj):
        return sorted(self.callable_names(obj))


_mirror = Mirror()
run_command, update, public_api = _mirror.command, _mirror.change, _mirror.names
