"""Stands beside the notebook; the given cell of q92 imports it."""

FIRST = "Ann"
