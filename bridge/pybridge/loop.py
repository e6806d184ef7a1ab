"""asyncio for programs of the command: nothing else runs beside them, so their event loop may sleep. Pyodide's own loop would have
to return to JavaScript, which Node 20 cannot do in the middle of a Python call. `run.py` and `console.py` call `install`."""

import asyncio
import time
from asyncio import base_events, events, runners


class _NoFiles:
    """Replaces a selector: WebAssembly has no sockets to wait for, only time."""

    def select(self, timeout=None):
        if timeout is None:
            raise RuntimeError("the event loop would wait for ever: nothing is left that could wake it")
        time.sleep(timeout)
        return ()


class Loop(base_events.BaseEventLoop):
    _selector = _NoFiles()

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        """Only another thread would wake the loop with this, and there is none."""


class _Policy(events._BaseDefaultEventLoopPolicy):
    _loop_factory = Loop


def install():
    events._set_running_loop(None)
    events._set_event_loop_policy(_Policy())
    asyncio.run = runners.run
