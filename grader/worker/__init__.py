"""The process that runs learners' code. Only `plain` is imported by the grader; `__main__` is started as a script."""
