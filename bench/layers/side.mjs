// One process of `npm run bench:layers`: runs the five programs, or the single operations, on a bundle of the
// library, each many times, and prints the least time of each as JSON. The programs are those of programs.py,
// with methods as a person writes them (`methods`), and through `pybuffer/runtime` as a compiler writes them
// (`runtime`). A fourth argument names the only program to run.
const [way, url, rounds, only] = process.argv.slice(2);
const api = await import(url);
const { Bytes, ByteArray, MemoryView, keyOf, struct, runtime } = api;
const { Slice, operator, builtins, callMethod, call, methodOf } = runtime;
const latin1 = (text) => new Bytes(text, 'latin-1');
const NONE = latin1('');
const [NEWLINE, HASH, SPACE, T, ERROR, INFO, CRLF] = ['\n', '#', ' ', 'T', 'ERROR', 'INFO', '\r\n'].map(
  latin1,
);
const [PASSWORD, PW, PW_UPPER] = ['password=', 'pw=', 'PW='].map(latin1);
const [END, ESCAPED_END, ESCAPED_ESCAPE] = ['\xc0', '\xdb\xdc', '\xdb\xdd'].map(latin1);
const NAME = latin1('name%05d');

const METHODS = {
  build(count) {
    const record = new struct.Struct('<IHd');
    const out = new ByteArray();
    for (let i = 0; i < count; i++) {
      const body = record.pack(i, i & 0xffff, i * 0.5).concat(NAME.mod(i % 99999));
      out.iadd(struct.pack('<H', body.length));
      out.iadd(body);
    }
    return new Bytes(out);
  },
  parse(data) {
    const record = new struct.Struct('<IHd');
    const view = new MemoryView(data);
    const fifo = new ByteArray();
    let total = 0;
    for (let at = 0; at < view.length; at += 1460) {
      fifo.iadd(view.slice(at, at + 1460));
      while (fifo.length >= 2) {
        const [size] = struct.unpack_from('<H', fifo);
        if (fifo.length < 2 + size) break;
        const whole = new MemoryView(fifo);
        const body = whole.slice(2, 2 + size);
        const rest = body.slice(14);
        const [number, low] = record.unpack_from(body);
        const name = new Bytes(rest);
        rest.release();
        body.release();
        whole.release();
        fifo.delete(new Slice(null, 2 + size));
        total += number + low + name.length + name.get(0);
      }
    }
    return total;
  },
  log(data) {
    const counts = new Map();
    const errors = [];
    for (let line of data.split(NEWLINE)) {
      line = line.strip();
      if (line.length === 0 || line.startswith(HASH)) continue;
      const parts = line.split(SPACE);
      const level = parts[2];
      const key = keyOf(level);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (level.equals(ERROR)) {
        const text = SPACE.join(parts.slice(3)).replace(PASSWORD, PW).strip();
        errors.push(parts[0].concat(T).concat(parts[1]).concat(SPACE).concat(text.upper()));
      }
    }
    const joined = NEWLINE.join(errors);
    return joined.length + counts.get(keyOf(INFO)) + joined.count(PW_UPPER);
  },
  frame(packets) {
    let total = 0;
    const stream = NONE.join(packets.map(METHODS.slipEncode));
    for (const packet of METHODS.slipDecode(stream))
      total += packet.length + METHODS.cobsEncode(packet).length;
    return total;
  },
  slipEncode(packet) {
    const out = new ByteArray(END);
    for (const byte of packet) {
      if (byte === 0xc0) out.iadd(ESCAPED_END);
      else if (byte === 0xdb) out.iadd(ESCAPED_ESCAPE);
      else out.append(byte);
    }
    out.append(0xc0);
    return new Bytes(out);
  },
  slipDecode(stream) {
    const packets = [];
    const packet = new ByteArray();
    let escaped = false;
    for (const byte of stream) {
      if (byte === 0xc0) {
        if (packet.length > 0) {
          packets.push(new Bytes(packet));
          packet.clear();
        }
      } else if (byte === 0xdb) escaped = true;
      else if (escaped) {
        escaped = false;
        packet.append(byte === 0xdc ? 0xc0 : 0xdb);
      } else packet.append(byte);
    }
    return packets;
  },
  cobsEncode(data) {
    const out = new ByteArray(1);
    let place = 0;
    let code = 1;
    const close = () => {
      out.set(place, code);
      place = out.length;
      out.append(0);
      code = 1;
    };
    for (let i = 0; i < data.length; i++) {
      const byte = data.get(i);
      if (byte === 0) close();
      else {
        out.append(byte);
        if (++code === 255) close();
      }
    }
    out.set(place, code);
    return new Bytes(out);
  },
  chunks(body) {
    const out = new ByteArray();
    for (let at = 0; ;) {
      const end = body.find(CRLF, at);
      const size = parseInt(body.slice(at, end).decode('latin-1'), 16);
      if (size === 0) return out.length;
      out.iadd(body.slice(end + 2, end + 2 + size));
      at = end + 2 + size + 2;
    }
  },
};

const { add, and_, delitem, eq, ge, getitem, iadd, lt, mod, mul, setitem } = operator;
const { bool, int, iter, len } = builtins;
const slice = (start, stop) => new Slice(start, stop);

const RUNTIME = {
  build(count) {
    const record = call(struct.Struct, ['<IHd']);
    let out = call(ByteArray);
    for (let i = 0; lt(i, count); i = add(i, 1)) {
      const packed = callMethod(record, 'pack', [i, and_(i, 0xffff), mul(i, 0.5)]);
      const body = add(packed, mod(NAME, mod(i, 99999)));
      out = iadd(out, struct.pack('<H', len(body)));
      out = iadd(out, body);
    }
    return call(Bytes, [out]);
  },
  parse(data) {
    const record = call(struct.Struct, ['<IHd']);
    const view = call(MemoryView, [data]);
    let fifo = call(ByteArray);
    let total = 0;
    for (let at = 0; lt(at, len(view)); at = add(at, 1460)) {
      fifo = iadd(fifo, getitem(view, slice(at, add(at, 1460))));
      while (ge(len(fifo), 2)) {
        const [size] = struct.unpack_from('<H', fifo);
        if (lt(len(fifo), add(2, size))) break;
        const whole = call(MemoryView, [fifo]);
        const body = getitem(whole, slice(2, add(2, size)));
        const rest = getitem(body, slice(14, null));
        const [number, low] = callMethod(record, 'unpack_from', [body]);
        const name = call(Bytes, [rest]);
        callMethod(rest, 'release');
        callMethod(body, 'release');
        callMethod(whole, 'release');
        delitem(fifo, slice(null, add(2, size)));
        total = add(total, add(add(add(number, low), len(name)), getitem(name, 0)));
      }
    }
    return total;
  },
  log(data) {
    const counts = new Map();
    const errors = [];
    for (let line of callMethod(data, 'split', [NEWLINE])) {
      line = callMethod(line, 'strip');
      if (!bool(line) || callMethod(line, 'startswith', [HASH])) continue;
      const parts = callMethod(line, 'split', [SPACE]);
      const level = getitem(parts, 2);
      const key = keyOf(level);
      counts.set(key, add(counts.get(key) ?? 0, 1));
      if (eq(level, ERROR)) {
        const text = callMethod(SPACE, 'join', [getitem(parts, slice(3, null))]);
        const shown = callMethod(callMethod(text, 'replace', [PASSWORD, PW]), 'strip');
        const when = add(add(add(getitem(parts, 0), T), getitem(parts, 1)), SPACE);
        errors.push(add(when, callMethod(shown, 'upper')));
      }
    }
    const joined = callMethod(NEWLINE, 'join', [errors]);
    return add(add(len(joined), counts.get(keyOf(INFO))), callMethod(joined, 'count', [PW_UPPER]));
  },
  frame(packets) {
    let total = 0;
    const stream = callMethod(NONE, 'join', [packets.map(RUNTIME.slipEncode)]);
    for (const packet of RUNTIME.slipDecode(stream))
      total = add(total, add(len(packet), len(RUNTIME.cobsEncode(packet))));
    return total;
  },
  slipEncode(packet) {
    let out = call(ByteArray, [END]);
    const items = iter(packet);
    for (let step = items.next(); step.done !== true; step = items.next()) {
      const byte = step.value;
      if (eq(byte, 0xc0)) out = iadd(out, ESCAPED_END);
      else if (eq(byte, 0xdb)) out = iadd(out, ESCAPED_ESCAPE);
      else callMethod(out, 'append', [byte]);
    }
    callMethod(out, 'append', [0xc0]);
    return call(Bytes, [out]);
  },
  slipDecode(stream) {
    const packets = [];
    const packet = call(ByteArray);
    let escaped = false;
    const items = iter(stream);
    for (let step = items.next(); step.done !== true; step = items.next()) {
      const byte = step.value;
      if (eq(byte, 0xc0)) {
        if (bool(packet)) {
          packets.push(call(Bytes, [packet]));
          callMethod(packet, 'clear');
        }
      } else if (eq(byte, 0xdb)) escaped = true;
      else if (escaped) {
        escaped = false;
        callMethod(packet, 'append', [eq(byte, 0xdc) ? 0xc0 : 0xdb]);
      } else callMethod(packet, 'append', [byte]);
    }
    return packets;
  },
  cobsEncode(data) {
    const out = call(ByteArray, [1]);
    let place = 0;
    let code = 1;
    for (let i = 0; lt(i, len(data)); i = add(i, 1)) {
      const byte = getitem(data, i);
      if (eq(byte, 0)) {
        setitem(out, place, code);
        place = len(out);
        callMethod(out, 'append', [0]);
        code = 1;
      } else {
        callMethod(out, 'append', [byte]);
        code = add(code, 1);
        if (eq(code, 255)) {
          setitem(out, place, code);
          place = len(out);
          callMethod(out, 'append', [0]);
          code = 1;
        }
      }
    }
    setitem(out, place, code);
    return call(Bytes, [out]);
  },
  chunks(body) {
    let at = 0;
    let out = call(ByteArray);
    for (;;) {
      const end = callMethod(body, 'find', [CRLF, at]);
      const size = int(getitem(body, slice(at, end)), 16);
      if (eq(size, 0)) return len(out);
      out = iadd(out, getitem(body, slice(add(end, 2), add(add(end, 2), size))));
      at = add(add(add(end, 2), size), 2);
    }
  },
};

function makeLog(size) {
  const levels = ['INFO', 'DEBUG', 'ERROR', 'WARN'];
  const two = (n) => String(n).padStart(2, '0');
  let text = '';
  for (let i = 0; text.length < size; i++) {
    text += `2026-03-${two((i % 28) + 1)} 07:${two(i % 60)}:${two(i % 59)} ${levels[i % 4]}  session=${i} user=ann${i % 100} `;
    text += `password=key${i % 7} path=/files/${i % 1000} took ${i % 333}ms \r\n`;
  }
  return latin1(text);
}

const pattern = new Bytes(Uint8Array.from({ length: 1500 }, (_, i) => (i * 7 + 3) % 256));

function makeChunks(count) {
  const out = new ByteArray();
  for (let i = 0; i < count; i++) {
    const part = pattern.slice(0, (i % 90) + 10);
    out.iadd(latin1(`${part.length.toString(16)}\r\n`));
    out.iadd(part);
    out.iadd(CRLF);
  }
  out.iadd(latin1('0\r\n\r\n'));
  return new Bytes(out);
}

/** Microseconds for which a program runs at least: short ones are not warm after some tens of runs. */
const WARM = 500_000;

/** The least CPU time of a function in ms, including V8's threads, and its result. */
function least(run, times) {
  let best = Infinity;
  let total = 0;
  let result;
  for (let i = 0; i < times || total < WARM; i++) {
    const before = process.cpuUsage();
    result = run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, user + system);
    total += user + system;
  }
  return [best / 1000, result];
}

function programs(layer) {
  const records = METHODS.build(5000);
  const log = makeLog(1_000_000);
  const packets = Array.from({ length: 100 }, (_, i) => pattern.slice(i % 400, (i % 400) + 1000));
  const chunks = makeChunks(1000);
  const times = Number(rounds);
  const each = {
    'records built': () => layer.build(5000).length,
    'records read': () => layer.parse(records),
    log: () => layer.log(log),
    'SLIP and COBS': () => layer.frame(packets),
    'HTTP chunks': () => layer.chunks(chunks),
  };
  const wanted = only === undefined ? Object.keys(each) : [only];
  return Object.fromEntries(wanted.map((name) => [name, least(each[name], times)]));
}

const COUNT = 4096;
const values = new Bytes(Uint8Array.from({ length: COUNT }, (_, i) => (i * 7 + 3) & 255));
const append = methodOf('bytearray', 'append');
const loop = (body) =>
  new Function(
    'o',
    'n',
    `const { b, ba, list, v, getitem, setitem, lt, add, append, callMethod, fresh } = o; return () => { let s = 0; const x = fresh(); for (let i = 0; i < n; i++) { ${body} } return s; }`,
  );
/** Operations, as a person and as a compiler writes them. */
const OPERATIONS = {
  'b[i]': ['s += b.get(i)', 's += getitem(b, i)'],
  'list[i]': ['s += list[i]', 's += getitem(list, i)'],
  'ba[i] = v': ['ba.set(i, v)', 'setitem(ba, i, v)'],
  'i < n': ['if (i < n) s++', 'if (lt(i, n)) s++'],
  'i + 1': ['s = i + 1', 's = add(i, 1)'],
  'append, by a handle': ['x.append(7)', 'append(x, [7])'],
  'append, by callMethod': ['x.append(7)', "callMethod(x, 'append', [7])"],
};

/**
 * Nanoseconds of both expressions, in loops that have seen only one class (`one`), and after all kinds of
 * arguments (`mixed`).
 */
function operations() {
  const tools = {
    ...{ b: values, ba: new ByteArray(COUNT), list: Array.from(values), v: 7, fresh: () => new ByteArray() },
    ...{ getitem, setitem, lt, add, append, callMethod },
  };
  const measure = () =>
    Object.fromEntries(
      Object.entries(OPERATIONS).map(([name, both]) => [
        name,
        both.map((body) => {
          const run = loop(body)(tools, COUNT);
          let best = Infinity;
          for (let i = 0; i < Number(rounds) * 20; i++) {
            const before = performance.now();
            run();
            best = Math.min(best, performance.now() - before);
          }
          return (best * 1e6) / COUNT;
        }),
      ]),
    );
  const alone = measure();
  const view = new MemoryView(new ByteArray(8));
  const containers = [values, new ByteArray(8), view, [1, 2], new Map([[0, 1]]), 'text'];
  for (let i = 0; i < 20000; i++) {
    const container = containers[i % containers.length];
    getitem(container, 0);
    if (container instanceof ByteArray || container === view) setitem(container, 0, 1);
    lt(i % 2 ? 'a' : 1.5, i % 2 ? 'b' : 2n);
    add(i % 2 ? values.slice(0, 2) : 1.5, i % 2 ? NONE : 2);
    append(new ByteArray(), [i % 2 ? 1n : true]);
  }
  return { alone, mixed: measure() };
}

const result = way === 'operations' ? operations() : programs(way === 'methods' ? METHODS : RUNTIME);
process.stdout.write(JSON.stringify(result));
