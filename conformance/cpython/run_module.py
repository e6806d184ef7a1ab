"""Runs one module of CPython's tests and gives the outcome of each test as JSON."""

import importlib
import json
import sys
import time
import traceback
import unittest


class Outcomes(unittest.TestResult):
    """`passed`, `failed` or `skipped` for each test, with the last lines of what went wrong."""

    def __init__(self, verbose):
        super().__init__()
        self.verbose = verbose
        self.outcomes = {}

    def _note(self, test, outcome, detail=""):
        name = test.id().split("test.", 1)[-1] if test.id().startswith("test.") else test.id()
        if " " in name or "(" in name:
            # A failure of a whole class or module: setUpClass (test.test_x.Class)
            name = name.replace("test.", "")
        before = self.outcomes.get(name)
        if before is None or before["outcome"] != "failed":
            self.outcomes[name] = {"outcome": outcome, "detail": detail}

    def startTest(self, test):
        super().startTest(test)
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


def select(suite, patterns):
    tests = []
    for item in suite:
        if isinstance(item, unittest.TestSuite):
            tests += select(item, patterns)
        elif not patterns or any(p in item.id() for p in patterns):
            tests.append(item)
    return tests


def run(module, patterns, verbose):
    import random

    random.seed(0)
    result = Outcomes(verbose)
    try:
        loaded = importlib.import_module("test." + module)
    except unittest.SkipTest as reason:
        return json.dumps({module: {"outcome": "skipped", "detail": str(reason)}})
    except Exception:
        # Whether that is our fault, CPython's own types tell.
        return json.dumps({module: {"outcome": "failed", "detail": traceback.format_exc()}})
    suite = unittest.defaultTestLoader.loadTestsFromModule(loaded)
    # One suite, so that class and module fixtures run.
    unittest.TestSuite(select(suite, patterns)).run(result)
    return json.dumps(result.outcomes)
