"""The Python half of the bridge: bytes, bytearray and memoryview whose every operation is carried out in JavaScript."""
