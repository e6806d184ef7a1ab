"""The Python half of the bridge: bytes, bytearray and memoryview with all operations in JavaScript."""
