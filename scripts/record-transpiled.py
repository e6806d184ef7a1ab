"""Runs the module whose text is in `source`: the file it makes, and what it prints for it."""
import json

module = {'__name__': 'sprites'}
exec(source, module)
data = module['example']()
result = json.dumps({'file': data.hex(), 'lines': module['main'](data)})
