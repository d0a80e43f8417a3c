"""One module per command, with a function `run` that takes plain values, prints, and returns an exit code."""
