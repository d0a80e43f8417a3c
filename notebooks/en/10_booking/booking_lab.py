"""The test bench of the booking platform: starts an answer's server, talks to it through an answer's client, stops its threads where it likes.

It knows nothing of what is right. A check asks for something to happen, gets plain data back, and judges that data in its own asserts.
Everything waits with a deadline: what does not come in time is reported as a text in brackets, such as ``(no reply)``.

``Office``           a folder with ticket files, a running server and its clients (`lab_office`, on top of `lab_stage` and `lab_wire`)
``interleave``       two bookings, the first stopped at each of its steps in turn while the second one runs (`lab_rounds`)
``interleave_more``  the same, and rounds with two bookings stopped
``tell``             what came of the rounds, in a line
"""

from lab_office import Office
from lab_rounds import interleave, interleave_more, tell

__all__ = ["Office", "interleave", "interleave_more", "tell"]
