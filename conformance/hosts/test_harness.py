# Runs the tests of the classes in this namespace and prints one line for each: '@@ ok NAME', '@@ failed NAME: why', '@@ skipped NAME: why'.
# `own.ts` appends it to a file of tests. Skulpt's own module unittest counts failures, where Python's raises. A long file runs in `pieces`, each
# of which takes the tests whose turn is `piece`. Tests of `endless` are left out, because they would not end.
def _run_tests(namespace, piece=0, pieces=1, endless=()):
    import unittest
    turns = _Turns(piece, pieces)
    for title in sorted(namespace):
        cls = namespace[title]
        if isinstance(cls, type) and issubclass(cls, unittest.TestCase) and cls is not unittest.TestCase:
            _run_class(title, cls, turns, endless)


class _Turns:
    def __init__(self, piece, pieces):
        self.at, self.piece, self.pieces = 0, piece, pieces

    def is_mine(self):
        self.at += 1
        return self.at % self.pieces == self.piece


def _run_class(title, cls, turns, endless):
    names = [name for name in sorted(dir(cls)) if name[:4] == 'test' and turns.is_mine()]
    if getattr(cls, '__unittest_skip__', False):
        for name in names:
            print('@@ skipped ' + title + '.' + name + ': the class')
        return
    try:
        if hasattr(cls, 'setUpClass'):
            cls.setUpClass()
    except BaseException as error:
        for name in names:
            print('@@ failed ' + title + '.' + name + ': setUpClass: ' + type(error).__name__)
        return
    for name in names:
        if title + '.' + name in endless:
            print('@@ skipped ' + title + '.' + name + ': does not end')
        else:
            print('@@ ' + _run_test(cls, title, name))


def _run_test(cls, title, name):
    label = title + '.' + name
    method = getattr(cls, name)
    if getattr(method, '__unittest_skip__', False):
        return 'skipped ' + label + ': ' + str(getattr(method, '__unittest_skip_why__', ''))
    try:
        counts = hasattr(cls, 'appendResult')
        case = cls() if counts else cls(name)
        if counts:
            case.numPassed = 0
            case.numFailed = 0
        case.setUp()
        try:
            getattr(case, name)()
        finally:
            case.tearDown()
        if counts and case.numFailed > 0:
            return 'failed ' + label + ': ' + str(case.numFailed) + ' assertions'
        if hasattr(case, 'doCleanups'):
            case.doCleanups()
    except BaseException as error:
        kind = type(error).__name__
        why = label + ': ' + kind + ': ' + str(error).split('\n')[0][:160]
        return ('skipped ' if kind == 'SkipTest' else 'failed ') + why
    return 'ok ' + label
