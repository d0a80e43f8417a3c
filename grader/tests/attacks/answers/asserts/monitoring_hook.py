"""sys.monitoring, where it is.
"""
import sys
watch = getattr(sys, "monitoring", None)
if watch is not None:
    watch.use_tool_id(3, "x")
    watch.register_callback(3, watch.events.RAISE, lambda *a: None)
    watch.set_events(3, watch.events.RAISE)
def code(words):
    raise KeyError
