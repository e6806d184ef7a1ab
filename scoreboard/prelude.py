# Starts each program of the scoreboard: functions that print results and errors in one form. Every implementation
# runs it, MicroPython and the browser Pythons too.
def error(call):
    try:
        print('no error: ' + repr(call()).split(' at 0x')[0])
    except Exception as e:
        fail(e)

def fail(e):
    print(type(e).__name__ + ': ' + str(e).split(' at 0x')[0])

def hashed(value):
    hash(value)

def show(value):
    try:
        print(text(value))
    except Exception as e:
        print('cannot be shown, ' + type(e).__name__ + ': ' + str(e))

def text(value):
    name = type(value).__name__
    if name == 'list' or name == 'tuple':
        return name + ' [' + ', '.join([text(item) for item in value]) + ']'
    if name == 'memoryview':
        try:
            parts = [value.format, value.shape, value.strides, value.readonly, value.tobytes()]
        except ValueError as e:
            return 'memoryview: ' + str(e)
        return 'memoryview ' + ' '.join([repr(part) for part in parts])
    if name in ('bytes', 'bytearray', 'str', 'int', 'float', 'bool', 'NoneType', 'array', 'complex'):
        return repr(value).split(' at 0x')[0]
    return name

