"""Runs the lines of rules.md, on CPython's own types or on ours."""

import array
import ast
import collections.abc
import ctypes
import inspect
import io
import json
import math
import re
import struct
import sys

import _testbuffer

VERSION = (3, 15)
_LIMITS = re.compile(r"\[(<?)(\d+)\.(\d+)(\+?)\] ")
_MEASURED = re.compile(r"\s+\{holds: ([\d. ]+); not: [\d. ]+\}$")
_RULE = re.compile(r"^[A-Z0-9]+-[A-Z]\d+")


class Line:
    def __init__(self, rule, number, text, lp64):
        self.rule, self.number, self.text = rule, number, text
        self.applies = not lp64
        limits = _LIMITS.match(text)
        if limits:
            text = text[limits.end():]
            version = int(limits[2]), int(limits[3])
            self.applies &= VERSION < version if limits[1] else VERSION >= version
        measured = _MEASURED.search(text)
        if measured:
            text = text[: measured.start()]
            self.applies &= "3.15" in measured[1].split()
        for mark in ("{LP64}", "{W32}"):
            if mark in text:
                text = text.replace(mark, "").strip()
                self.applies &= mark == "{W32}"
        self.result = self.error = None
        text = text.replace("⏎", "\n")
        self.source = text
        for mark in (" -> ", " !! "):
            source, found, rest = text.rpartition(mark)
            while found and not _parses(source):
                source, found, more = source.rpartition(mark)
                rest = more + mark + rest
            if found:
                self.source = source
                if mark == " -> ":
                    self.result = rest
                else:
                    self.error = rest
                break


def _parses(source):
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


def read(text):
    """The lines that can be run; the lines of one rule share a namespace."""
    rule, lp64, fenced = None, False, False
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("```"):
            fenced = not fenced
            rule = None
        elif not fenced:
            continue
        elif line.startswith("    ") and rule:
            yield Line(rule, number, line.strip(), lp64)
        elif _RULE.match(line):
            rule = line.split(" ", 1)[0]
            lp64 = "{LP64}" in line


def scope():
    names = {name: getattr(_testbuffer, name) for name in dir(_testbuffer) if not name.startswith("_")}
    names.update(
        array=array, struct=struct, io=io, inspect=inspect, sys=sys, math=math, ctypes=ctypes, collections=collections,
        BF=inspect.BufferFlags, __name__="__main__",
    )
    return names


class Own:
    """CPython's own types."""

    def scope(self):
        return scope()

    def compile(self, tree, mode):
        return compile(tree, "<rule>", mode)

    def repr(self, value):
        return repr(value)


class Ours:
    """The bridge's."""

    def __init__(self):
        from pybridge import syntax

        self.syntax = syntax

    def scope(self):
        # `struct` and `array` are ours if they replace CPython's.
        load = self.syntax.namespace["__import__"]
        return {**scope(), "struct": load("struct"), "array": load("array"), "__builtins__": self.syntax.namespace}

    def compile(self, tree, mode):
        return self.syntax.transform(tree, "<rule>", mode)

    def repr(self, value):
        return repr(value)


def run_line(line, names, world):
    """None, or a description of the failure."""
    tree = ast.parse(line.source)
    value = None
    last = tree.body.pop() if line.result is not None else None
    try:
        exec(world.compile(tree, "exec"), names)
        if last is not None:
            value = eval(world.compile(ast.Expression(last.value), "eval"), names)
    except Exception as error:
        if line.error is None:
            return f"raised {type(error).__name__}: {error}"
        name, _, message = line.error.partition(": ")
        cls = type(error)
        known = {c.__name__ for c in cls.__mro__} | {f"{c.__module__}.{c.__name__}" for c in cls.__mro__}
        if name.strip() not in known:
            return f"raised {cls.__name__}: {error}, not {line.error}"
        if message and str(error) != message:
            return f"raised {cls.__name__}: {error}, not {line.error}"
        return None
    if line.error is not None:
        return f"raised nothing, not {line.error}"
    if line.result is not None and line.result not in (world.repr(value), ascii(value)):
        return f"gave {world.repr(value)}, not {line.result}"
    return None


def run(text, world):
    """Outcomes by line number."""
    outcomes = {}
    names, rule = None, None
    for line in read(text):
        if not line.applies:
            continue
        if line.rule != rule:
            rule, names = line.rule, world.scope()
        wrong = run_line(line, names, world)
        outcomes[line.number] = {"rule": rule, "text": line.text, "wrong": wrong}
    return outcomes


def run_json(text, ours):
    return json.dumps(run(text, Ours() if ours else Own()))
