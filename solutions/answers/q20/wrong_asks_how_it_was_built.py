"""
zh: `Py_GIL_DISABLED` 只说明怎样造的，GIL 可能又被打开了。
en: `Py_GIL_DISABLED` tells how Python was built; the GIL may have been switched on again.
fails: q20-hidden-2
"""

class SafeCounter:
    def __init__(self):
        self.value = 0
        self._lock = threading.Lock()

    def increment(self, n=1):
        with self._lock:
            self.value += n


# %%
def gil_enabled():
    return not sysconfig.get_config_var("Py_GIL_DISABLED")


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
