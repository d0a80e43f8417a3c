"""
zh: 预测由运行得到，路由由辅助方法完成。
en: The predictions are found by running; a helper method does the calls.
"""

class F3(F2):
    def _ask(self, func):
        return func(self, 1) if not hasattr(func, "__self__") else func(1)

    def run_direct(self):
        return self._ask(F1.func)

    def run_super(self):
        return self._ask(super().func)


DIRECT = F3().run_direct()
SUPER = F3().run_super()


def call_through_class(cls, obj, num):
    unbound = getattr(cls, "func")  # noqa: B009
    return unbound(*(obj, num))
