"""Runs a command in a terminal.

Reads JSON, [command, [[text to type, what then has to appear, what has to appear after that]...]]; prints what appeared and the status.
The last text has to be a prompt, or what is typed next meets a program that is still running.
"""

import json
import os
import pty
import sys


def main():
    command, steps = json.load(sys.stdin)
    process, terminal = pty.fork()
    if process == 0:
        os.execvp(command[0], command)
    shown = b""

    def read():
        nonlocal shown
        try:
            part = os.read(terminal, 4096)
        except OSError:
            # Linux says so when the other side has closed the terminal.
            part = b""
        shown += part
        return part

    for typed, *expected in [["", ">>> "], *steps]:
        at = len(shown)
        os.write(terminal, typed.encode())
        for text in expected:
            while (found := shown.find(text.encode(), at)) < 0:
                if not read():
                    break
            at = found + len(text)
    while read():
        pass
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    json.dump([shown.decode(), status], sys.stdout)


main()
