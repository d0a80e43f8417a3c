"""The plainest singleton: a module. Python runs it once per process and hands out the same module object ever after."""

theme = "light"
