"""Runs the module whose text is in `source`; `result` is the file it makes, and its output."""
import json

module = {'__name__': 'sprites'}
exec(source, module)
data = module['example']()
result = json.dumps({'file': data.hex(), 'lines': module['main'](data)})
