"""Every later cell becomes another one.
own: any
"""
shell = get_ipython()
shell.transform_cell = lambda text: "coded = others = many = none = total = joined = True"


def code(words):
    return []
