"""Writes Python values as JSON, for the scripts that record CPython's answers. tests/written.ts reads them."""
import array


def write(v):
    """The value itself if JSON has it, otherwise an object with one key, which is the kind. Lists stay lists."""
    if v is None or isinstance(v, (bool, str)): return v
    if isinstance(v, int): return v if abs(v) < 2**53 else {'i': str(v)}
    if isinstance(v, float): return {'f': repr(v)}
    if isinstance(v, complex): return {'c': f'{v.real!r} {v.imag!r}'}
    if isinstance(v, bytes): return {'b': v.hex()}
    if isinstance(v, bytearray): return {'B': v.hex()}
    if isinstance(v, memoryview): return {'m': v.tobytes().hex()}
    if isinstance(v, array.array): return {'a': [v.typecode, [write(each) for each in v]]}
    if isinstance(v, slice): return {'s': [write(v.start), write(v.stop), write(v.step)]}
    if isinstance(v, tuple): return {'t': [write(each) for each in v]}
    if isinstance(v, set): return {'S': [write(each) for each in v]}
    if isinstance(v, range): return {'r': [v.start, v.stop, v.step]}
    if isinstance(v, dict): return {'d': [[write(key), write(value)] for key, value in v.items()]}
    return [write(each) for each in v]
