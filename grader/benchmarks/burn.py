"""Uses one second of CPU time in a submission's place behind the walls, then has its process killed, to try the measure out."""

from ..sandbox import sandbox
from ..supervisor import Worker

if __name__ == "__main__":
    with sandbox() as parent, Worker((), parent.start) as worker:
        ran = worker.run("import time\nend = time.process_time() + 1\nwhile time.process_time() < end: pass", timeout=60)
        if ran.failed:
            raise SystemExit(f"the cell did not run: {ran}")
