"""`build`: makes notebooks/ from solutions/, or says where the two differ."""

from __future__ import annotations

from ..atomic import write_bytes
from ..build import expected_files, stale_files
from ..course import read_course
from ..errors import SourceFaults
from ..verify import notebook_faults, require_topics


def run(topics: list[str], check: bool) -> int:
    course = read_course()
    chosen = course.choose(topics)
    require_topics(course, chosen)
    if check:
        faults = notebook_faults(course, chosen)
        if faults:
            raise SourceFaults(faults)
        print(f"notebooks/ is what solutions/ makes: {len(chosen)} topics, both languages")
        return 0
    files = expected_files(course, chosen)
    changed = [path for path, content in files.items() if not path.is_file() or path.read_bytes() != content]
    for path in changed:
        write_bytes(path, files[path])
        print(f"wrote {path.relative_to(course.root).as_posix()}")
    stale = stale_files(course, files) if set(chosen) == set(course.topics) else []
    for path in stale:
        path.unlink()
        print(f"removed {path.relative_to(course.root).as_posix()}, which no source makes")
    print(f"{len(files)} files, {len(changed)} written, {len(stale)} removed")
    return 0
