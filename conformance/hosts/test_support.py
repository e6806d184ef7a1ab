# The parts of `test.support` that CPython's tests of bytes and memoryviews use, as far as a runtime without processes,
# threads and C code can provide them. `own.ts` gives them to Brython under the names of these modules.
import unittest

MAX_Py_ssize_t = 2**63 - 1
Py_GIL_DISABLED = False
SHORT_TIMEOUT = 30.0


class _Equal:
    def __init__(self, answer):
        self.answer = answer

    def __eq__(self, other):
        return self.answer

    def __ne__(self, other):
        return not self.answer


class _AlwaysEqual(_Equal):
    pass


ALWAYS_EQ = _Equal(True)
NEVER_EQ = _Equal(False)


def _skip(reason):
    def decorate(test):
        def skipped(self):
            raise unittest.SkipTest(reason)
        skipped.__unittest_skip__ = True
        skipped.__unittest_skip_why__ = reason
        return skipped
    return decorate


def gc_collect():
    pass


def cpython_only(test):
    return _skip("a test of CPython's own implementation")(test)


def nomemtest(test):
    return _skip('no allocation fails on purpose')(test)


def requires_resource(resource):
    return _skip('needs much memory or time')


def bigaddrspacetest(test):
    return _skip('needs much memory')(test)


def bigmemtest(*args, **kwargs):
    return _skip('needs much memory')


def requires_docstrings(test):
    return _skip('no docstrings')(test)


def run_with_limited_c_stack(size):
    return _skip("a test of CPython's own implementation")


skip_emscripten_stack_overflow = skip_wasi_stack_overflow = lambda: _skip('the stack overflows in JavaScript')


def check_free_after_iterating(*args, **kwargs):
    raise unittest.SkipTest('no reference counts')


class _Missing:
    def __init__(self, module):
        self.module = module

    def __getattr__(self, name):
        raise unittest.SkipTest('no module ' + self.module)


def import_module(name, *args, **kwargs):
    try:
        return __import__(name)
    except Exception:
        return _Missing(name)


def requires_working_threading(*args, **kwargs):
    return _skip('no threads')


def reap_threads(test):
    return _skip('no threads')(test)


def check_warnings(*args, **kwargs):
    raise unittest.SkipTest('no warnings of the compiler')


def assert_python_failure(*args, **kwargs):
    raise unittest.SkipTest('no processes')
