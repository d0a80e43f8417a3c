# %% q91-answer
for _ in range(100):
    print("票" * 10_000)


def double(items):
    return [item * 2 for item in items]
