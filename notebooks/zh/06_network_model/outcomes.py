"""What came of a call, as plain data."""


def outcome(func, *args):
    """What `func(*args)` gives, or the type and text of the exception that it raises."""
    try:
        return func(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def refusal(func, *args):
    """The word ValueError where `func(*args)` raises one; else what it raised or returned, in words."""
    try:
        result = func(*args)
    except ValueError:
        return "ValueError"
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return f"returned {result!r}"[:200]


def as_dicts(value):
    """A dict of any kind as a plain one, those in it too; anything else as it is."""
    return {key: as_dicts(item) for key, item in value.items()} if isinstance(value, dict) else value
