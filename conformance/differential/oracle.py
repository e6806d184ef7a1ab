"""Runs programs on CPython: see program.ts for their form and describe.ts for that of the results."""

import array
import json
import operator
import re
import struct


class Raised(Exception):
    pass


_CALLS = {
    "bytes": bytes, "bytearray": bytearray, "memoryview": memoryview, "len": len, "repr": repr, "str": str, "list": list,
    "iter": iter, "next": next, "reversed": reversed, "ascii": ascii, "sorted": sorted, "min": min, "max": max, "sum": sum,
    "tuple": tuple, "bool": bool, "any": any, "all": all, "array.array": array.array, "bytes.fromhex": bytes.fromhex,
    "bytearray.fromhex": bytearray.fromhex, "bytes.maketrans": bytes.maketrans, "struct.pack": struct.pack,
    "struct.unpack": struct.unpack, "struct.unpack_from": struct.unpack_from, "struct.pack_into": struct.pack_into,
    "struct.calcsize": struct.calcsize,
}
# Hashes differ between builds: of hash() only whether it raises is compared.
_CALLS["hash"] = lambda value: (hash(value), None)[1]


def _without_addresses(text):
    """Addresses are nobody's business."""
    return re.sub("at 0x[0-9a-f]+", "at 0x", text)


class Run:
    def __init__(self):
        self.variables = []

    def value(self, text):
        if not isinstance(text, dict):
            return text
        ((kind, inner),) = text.items()
        if kind == "v":
            return self.variables[inner] if inner < len(self.variables) else None
        if kind == "b":
            return bytes.fromhex(inner)
        if kind == "i":
            return int(inner)
        if kind == "f":
            return float(inner)
        if kind == "t":
            return tuple([self.value(item) for item in inner])
        if kind == "l":
            return [self.value(item) for item in inner]
        if kind == "s":
            return slice(*[self.value(item) for item in inner])
        if kind == "e":
            return ...
        return Hook(self, inner)

    def step(self, step):
        args = [self.value(arg) for arg in step.get("args", ())]
        kwargs = {name: self.value(arg) for name, arg in step.get("kwargs", {}).items()}
        kind = step["op"]
        if kind == "call":
            return _CALLS[step["name"]](*args, **kwargs)
        if kind == "operator":
            return getattr(operator, step["name"])(*args)
        target = self.value(step["self"])
        if kind == "attribute":
            return getattr(target, step["name"])
        return getattr(target, step["name"])(*args, **kwargs)

    def run(self, program):
        results = []
        for step in program:
            try:
                value = self.step(step)
            except Exception as error:
                name = "struct.error" if type(error) is struct.error else type(error).__name__
                results.append(f"!{name}: {_without_addresses(str(error))}")
                value = None
            else:
                results.append(self.describe(value))
            self.variables.append(value)
        return results + [self.state(value) for value in self.variables]

    def describe(self, value):
        """What a step gave; an object that is a variable already is named by it."""
        if isinstance(value, _IDENTIFIED):
            # CPython keeps one object for each of the 257 shortest byte strings.
            short = type(value) is bytes and len(value) < 2
            for i, variable in enumerate(() if short else self.variables):
                if variable is value:
                    return f"is v{i}"
        return self.state(value)

    def state(self, value):
        cls = type(value)
        if value is None or value is NotImplemented or value is Ellipsis:
            return str(value)
        if cls is int or cls is bool:
            return f"{cls.__name__} {int(value)}"
        if cls is float:
            return "float nan" if value != value else f"float {struct.pack('>d', value).hex()}"
        if cls is complex:
            return f"complex {self.state(value.real)[6:]} {self.state(value.imag)[6:]}"
        if cls is str:
            return "str " + json.dumps(_without_addresses(value))
        if cls is bytes or cls is bytearray:
            return f"{cls.__name__} {value.hex()}"
        if cls is list or cls is tuple:
            return f"{cls.__name__} [" + ", ".join([self.state(item) for item in value]) + "]"
        if cls is memoryview:
            return self.view(value)
        if cls is array.array:
            return f"array {value.typecode} {value.tobytes().hex()}"
        return "iterator" if hasattr(cls, "__next__") else cls.__name__

    def view(self, view):
        try:
            shape = view.shape
        except ValueError as error:
            return f"memoryview {error}"
        return (
            f"memoryview {view.format} {list(shape)} {list(view.strides)} {list(view.suboffsets)} {int(view.readonly)}"
            f" {view.tobytes().hex()}"
        ).replace(" ]", "]")


_IDENTIFIED = (bytes, bytearray, memoryview, list, array.array)


class Hook:
    def __init__(self, run, inner):
        self.run, self.inner = run, inner

    def __index__(self):
        if self.inner["first"] is not None:
            self.run.step(self.inner["first"])
        return self.run.value(self.inner["gives"])


Hook.__name__ = Hook.__qualname__ = "Hook"


def run_json(text):
    return json.dumps(Run().run(json.loads(text)))


def run_many(text):
    return json.dumps([Run().run(program) for program in json.loads(text)])
