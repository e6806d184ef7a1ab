"""Transforms the source of the code under test: its bytes literals become our objects, and so do values from C."""

import ast
import builtins
import sys
import types
import warnings

from . import convert, types as ours, wire

_compile, _exec, _eval, _open, _dir = builtins.compile, builtins.exec, builtins.eval, builtins.open, builtins.dir

# Names that no source can contain.
_INWARD, _CALLEE, _ITERATING = "<inward>", convert.CALLEE, "<iterating>"
_ASSIGNED_IN, _FACTOR = "<assigned in>", "<factor>"
_BUFFER, _RELEASE, _LITERALS = "<buffer>", "<release>", "<literals>"

# Functions that look at their caller's frame.
_FRAME_FUNCTIONS = {"super", "locals", "globals", "vars", "dir", "eval", "exec"}


class _Transformer(ast.NodeTransformer):
    def _wrap(self, name, node, *more):
        call = ast.Call(func=ast.Name(id=name, ctx=ast.Load()), args=[node, *more], keywords=[])
        return ast.copy_location(ast.fix_missing_locations(ast.copy_location(call, node)), node)

    def visit_Constant(self, node):
        if type(node.value) is not bytes:
            return node
        return ast.copy_location(ast.Name(id=_literal(node.value), ctx=ast.Load()), node)

    def _pattern(self, node):
        """A value in a pattern, where Python's grammar allows only a literal or an attribute."""
        if not isinstance(node, ast.Constant) or type(node.value) is not bytes:
            return node
        owner = ast.copy_location(ast.Name(id=_LITERALS, ctx=ast.Load()), node)
        return ast.copy_location(ast.Attribute(value=owner, attr=_literal(node.value), ctx=ast.Load()), node)

    def visit_MatchValue(self, node):
        node.value = self._pattern(node.value)
        return node

    def visit_MatchMapping(self, node):
        node.keys = [self._pattern(key) for key in node.keys]
        node.patterns = [self.visit(pattern) for pattern in node.patterns]
        return node

    def visit_MatchClass(self, node):
        # The class is a name or an attribute and must remain one.
        node.patterns = [self.visit(pattern) for pattern in node.patterns]
        node.kwd_patterns = [self.visit(pattern) for pattern in node.kwd_patterns]
        return node

    def visit_Call(self, node):
        name = node.func.id if isinstance(node.func, ast.Name) else None
        node.args = [self.visit(arg) for arg in node.args]
        node.keywords = [self.visit(keyword) for keyword in node.keywords]
        if name in _FRAME_FUNCTIONS:
            return node
        if isinstance(node.func, ast.Attribute):
            node.func.value = self.visit(node.func.value)
        else:
            node.func = self.visit(node.func)
        node.func = self._wrap(_CALLEE, node.func)
        return self._wrap(_INWARD, node)

    def visit_Attribute(self, node):
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Load):
            return self._wrap(_INWARD, node)
        if isinstance(node.ctx, ast.Store):
            node.value = self._wrap(_ASSIGNED_IN, node.value)
        return node

    def visit_Subscript(self, node):
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Load):
            return self._wrap(_INWARD, node)
        if isinstance(node.ctx, ast.Store):
            node.value = self._wrap(_ASSIGNED_IN, node.value)
        return node

    def visit_AugAssign(self, node):
        # The target is read and written, so it must remain itself.
        target = node.target
        if isinstance(target, (ast.Subscript, ast.Attribute)):
            target.value = self.visit(target.value)
            if isinstance(target, ast.Subscript):
                target.slice = self.visit(target.slice)
        node.value = self.visit(node.value)
        if isinstance(node.op, ast.Mult) and isinstance(target, ast.Name):
            node.value = self._wrap(_FACTOR, ast.copy_location(ast.Name(id=target.id, ctx=ast.Load()), node), node.value)
        return node

    def _loop(self, node):
        self.generic_visit(node)
        node.iter = self._wrap(_ITERATING, node.iter)
        return node

    visit_For = _loop

    def visit_comprehension(self, node):
        self.generic_visit(node)
        if not node.is_async:
            node.iter = self._wrap(_ITERATING, node.iter)
        return node

    def visit_FunctionDef(self, node):
        # Annotations and defaults are expressions like any other.
        self.generic_visit(node)
        special = {"__buffer__": _BUFFER, "__release_buffer__": _RELEASE}.get(node.name)
        if special is not None:
            decorator = ast.Name(id=special, ctx=ast.Load())
            node.decorator_list.insert(0, ast.copy_location(decorator, node))
        return node


class _Literals:
    pass


def _literal(value):
    """The name of a literal: one object for equal literals, as in CPython's constants."""
    name = repr(value)
    if name not in namespace:
        literal = convert.inward(value)
        namespace[name] = literal
        setattr(_literals, name, literal)
    return name


_literals = _Literals()


def transform(source, filename, mode="exec", flags=0):
    if isinstance(source, ast.AST):
        return _transformed(source, filename, mode, flags)
    # The compiler's warnings must be about the original source.
    _compile(source, filename, mode, flags, True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        tree = _compile(source, filename, mode, flags | ast.PyCF_ONLY_AST, True)
        return _transformed(tree, filename, mode, flags)


def _transformed(tree, filename, mode, flags):
    # The compiler cannot fold constants into real bytes again: the tree has no bytes literals left.
    tree = ast.fix_missing_locations(_Transformer().visit(tree))
    return _compile(tree, filename, mode, flags & ~ast.PyCF_ONLY_AST, True)


def _text(source):
    return convert.outward(source)


def compile_under_test(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, **kwargs):
    source = _text(source)
    if flags & ast.PyCF_ONLY_AST:
        return _compile(source, filename, mode, flags, dont_inherit, optimize, **kwargs)
    return transform(source, filename, mode, flags)


def _scopes(frame, global_names, local_names):
    if global_names is None:
        global_names = frame.f_globals
        if local_names is None:
            local_names = frame.f_locals
    else:
        global_names.setdefault("__builtins__", namespace)
    return global_names, global_names if local_names is None else local_names


def eval_under_test(source, globals=None, locals=None):
    scopes = _scopes(sys._getframe(1), globals, locals)
    source = _text(source)
    if isinstance(source, (str, bytes)):
        source = transform(source.lstrip(" \t" if isinstance(source, str) else b" \t"), "<string>", "eval")
    return convert.inward(_eval(source, *scopes))


def exec_under_test(source, globals=None, locals=None):
    scopes = _scopes(sys._getframe(1), globals, locals)
    source = _text(source)
    if isinstance(source, (str, bytes)):
        source = transform(source, "<string>")
    _exec(source, *scopes)


def open_under_test(file, *args, **kwargs):
    return _open(convert.outward(file), *args, **kwargs)


_OWN = {"_h", "_js", "_owner", "_fresh", "__del__", "__slots__"}
_OF_PYTHON_CLASSES = {"__module__", "__firstlineno__", "__static_attributes__", "__weakref__"}


def dir_under_test(*args):
    if not args:
        return sorted(sys._getframe(1).f_locals)
    names = _dir(*args)
    cls = args[0] if isinstance(args[0], type) else type(args[0])
    if not issubclass(cls, wire.Proxy):
        return names
    # The proxies' own attributes do not belong to the types that they represent.
    hidden = _OWN | _OF_PYTHON_CLASSES if cls.__module__ == "builtins" else _OWN - (vars(cls).keys() - {"_js"})
    return [name for name in names if name not in hidden]


# The built-in names of the code under test, as a module and as its dict. The transformer adds literals as it meets them.
module = types.ModuleType("builtins")
namespace = vars(module)
namespace.update(vars(builtins))


def install():
    namespace.update(
        {
            "bytes": ours.Bytes,
            "bytearray": ours.ByteArray,
            "memoryview": ours.MemoryView,
            "compile": compile_under_test,
            "eval": eval_under_test,
            "exec": exec_under_test,
            "open": open_under_test,
            "dir": dir_under_test,
            _INWARD: convert.inward,
            _CALLEE: convert.callee,
            _ITERATING: convert.iterating,
            _ASSIGNED_IN: convert.assigned_in,
            _FACTOR: convert.factor,
            _BUFFER: convert.special_buffer,
            _RELEASE: convert.special_release,
            _LITERALS: _literals,
        }
    )
