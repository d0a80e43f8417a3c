"""run_code that swallows every exception.
own: any
"""
shell = get_ipython()
real = shell.run_code
async def run_code(*a, **k):
    await real(*a, **k)
    return False
shell.run_code = run_code
def code(words):
    raise ValueError
