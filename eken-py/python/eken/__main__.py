"""The command ``eken``, as the program has it."""

from __future__ import annotations

import signal
import sys

from . import _eken


def main() -> int:
    """Runs the command with the arguments of the process and gives its exit code."""
    # the program ends at once on Ctrl-C and on a closed pipe, as a program does; it leaves no file half written
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return _eken.run(["eken", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
