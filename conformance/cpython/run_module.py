"""Runs one module of CPython's tests and reports the outcome of each test as JSON.

Inside Pyodide, run-module.mjs calls `run`; natively this is a program: `python3.15 run_module.py DIRECTORY HELPERS JSON OUT`.
"""

import importlib
import json
import random
import signal
import sys
import time
import traceback
import unittest


class Outcomes(unittest.TestResult):
    """`passed`, `failed` or `skipped` for each test, with the end of the traceback."""

    def __init__(self, verbose):
        super().__init__()
        self.verbose = verbose
        self.outcomes = {}
        self.end = None
        self.is_cut = False

    def cut(self, *_):
        """Ends the test that runs, for which no time is left; handles SIGINT."""
        self.is_cut = True
        raise KeyboardInterrupt

    def stop_at(self, end):
        """No test starts after this moment of the monotonic clock."""
        self.end = end

    def _note(self, test, outcome, detail=""):
        if self.is_cut:
            return
        name = test.id().split("test.", 1)[-1] if test.id().startswith("test.") else test.id()
        if " " in name or "(" in name:
            # A failure of a whole class or module: setUpClass (test.test_x.Class)
            name = name.replace("test.", "")
        before = self.outcomes.get(name)
        if before is None or before["outcome"] != "failed":
            self.outcomes[name] = {"outcome": outcome, "detail": detail}

    def startTest(self, test):
        super().startTest(test)
        if self.end is not None and time.monotonic() > self.end:
            self.stop()
        self.started = time.perf_counter()
        if self.verbose:
            print(test.id(), flush=True)

    def stopTest(self, test):
        super().stopTest(test)
        spent = time.perf_counter() - self.started
        if self.verbose and spent > 1:
            print(f"  {spent:.1f} s", flush=True)

    def _failed(self, test, error):
        detail = "".join(traceback.format_exception(*error))
        if self.verbose:
            print(detail, flush=True)
        self._note(test, "failed", detail[-3000:])

    def addSuccess(self, test):
        self._note(test, "passed")

    def addError(self, test, error):
        self._failed(test, error)

    addFailure = addError

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self._failed(test, error)

    def addSkip(self, test, reason):
        self._note(test, "skipped", reason)

    def addExpectedFailure(self, test, error):
        self._note(test, "passed")

    def addUnexpectedSuccess(self, test):
        self._note(test, "failed", "unexpected success")


def select(suite, patterns, unwanted):
    tests = []
    for item in suite:
        if isinstance(item, unittest.TestSuite):
            tests += select(item, patterns, unwanted)
        elif (not patterns or any(p in item.id() for p in patterns)) and not any(p in item.id() for p in unwanted):
            tests.append(item)
    return tests


def find_tests(directory, helpers):
    """Makes `test` the package in a directory; submodules that it lacks come from the helpers."""
    import test

    test.__path__ = [directory, helpers]


def run(module, patterns=(), unwanted=(), verbose=False, budget=None, seed=0, started=None):
    """Runs a module's tests.

    With a budget (seconds), the tests run in an order that the seed shuffles, until the time is up; those that are left have no
    outcome, and neither has one that SIGINT cuts off. `started` is called when they begin.
    """
    random.seed(seed)
    result = Outcomes(verbose)
    try:
        loaded = importlib.import_module("test." + module)
    except unittest.SkipTest as reason:
        return json.dumps({module: {"outcome": "skipped", "detail": str(reason)}})
    except Exception:
        # The run on CPython's own types shows whether that is our fault.
        return json.dumps({module: {"outcome": "failed", "detail": traceback.format_exc()}})
    tests = select(unittest.defaultTestLoader.loadTestsFromModule(loaded), patterns, unwanted)
    if budget is None:
        # A single suite, so that the fixtures of classes and modules run once.
        unittest.TestSuite(tests).run(result)
    else:
        random.shuffle(tests)
        signal.signal(signal.SIGINT, result.cut)
        if started is not None:
            started()
        result.stop_at(time.monotonic() + budget)
        try:
            unittest.TestSuite(tests).run(result)
        except KeyboardInterrupt:
            pass
    return json.dumps(result.outcomes)


if __name__ == "__main__":
    directory, helpers, arguments, out = sys.argv[1:]
    find_tests(directory, helpers)
    sys.argv[1:] = []
    outcomes = run(**json.loads(arguments))
    with open(out, "w", encoding="utf-8") as file:
        file.write(outcomes)
