# %% q91-answer
class Meta(type):
    __name__ = property(lambda cls: 1 / 0)


class Trap(Exception, metaclass=Meta):
    pass


raise Trap
