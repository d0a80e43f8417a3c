"""With exceptions that few catch.
own: any
"""
def code(words):
    raise GeneratorExit
