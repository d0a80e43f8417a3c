"""
zh: 数据类；恢复时逐个键比较，只改有差别的。
en: Dataclasses; the way back goes key by key and touches only what differs.
"""

from dataclasses import dataclass, field


@dataclass
class Context:
    events: list = field(default_factory=list)

    def __enter__(self):
        self.events += ["enter"]
        return self

    def do_something(self):
        self.events += ["work"]

    def __exit__(self, exc_type, exc, tb):
        self.events += ["exit"]
        return False


@dataclass(eq=False)
class Rollback:
    store: dict
    levels: list = field(default_factory=list, init=False)

    def __enter__(self):
        self.levels.append(list(self.store.items()))
        return self

    def __exit__(self, exc_type, exc, tb):
        before = dict(self.levels.pop())
        if exc_type:
            for key in [key for key in self.store if key not in before]:
                del self.store[key]
            for key, value in before.items():
                self.store[key] = value
        return None
