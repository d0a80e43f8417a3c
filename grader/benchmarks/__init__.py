"""How fast the engine is, beside stock nbgrader: `python -m grader.benchmarks`. Linux only."""
