"""Children that ignore the end of their parent.
"""
import multiprocessing, time
for _ in range(5):
    multiprocessing.get_context('fork').Process(target=time.sleep, args=(31557,)).start()
def code(words):
    return []
