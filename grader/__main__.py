import sys

if __name__ == "__main__":
    try:
        from .cli import main

        sys.exit(main())
    except KeyboardInterrupt:  # before or after the command, which handles its own
        sys.exit(130)
