"""An execute_result before the error.
"""
from IPython.display import display
display({"text/plain": "4.0"}, raw=True)
def code(words):
    display({"text/plain": "4.0"}, raw=True)
    raise RuntimeError("too late")
