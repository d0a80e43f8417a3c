"""The grader of the course: builds its notebooks, checks answers, grades classes and proves the course right."""

import sys

# jsonschema, which nbformat uses, tries this module for the formats "iri" and "iri-reference", which no notebook schema has. Its import
# compiles a grammar, about 1 s of every command's start; without it jsonschema just leaves the two formats out.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
