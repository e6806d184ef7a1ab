# Small files as NumPy writes them, for tests/examples/npy.test.ts: `python3 scripts/record-npy.py > tests/examples/npy.generated.json`, with a
# Python that has NumPy.
import base64
import io
import json

import numpy as np

files = []
for dtype in ['?', 'i1', 'u1', '<i2', '<u2', '<i4', '<u4', '<i8', '<u8', '<f2', '<f4', '<f8', '<c8', '<c16', '>i4', '>f8', '>u2']:
    for shape, order in [((), 'C'), ((5,), 'C'), ((2, 3), 'C'), ((2, 3), 'F'), ((2, 2, 2), 'F'), ((0, 3), 'C'), ((1, 4), 'F'), ((2, 1, 3), 'C')]:
        count = int(np.prod(shape))
        array = np.asarray((np.arange(count) * 37 % 101).reshape(shape), order=order).astype(dtype, order=order)
        file = io.BytesIO()
        np.save(file, array)
        values = np.array(array.astype('<c16').reshape(-1)).view('<f8').reshape(shape + (2,)).tolist() if 'c' in dtype else array.astype('f8').tolist()
        files.append([dtype, list(shape), order, base64.b64encode(file.getvalue()).decode(), values])
print('[\n' + ',\n'.join(map(json.dumps, files)) + '\n]')
