/**
 * `npm run bench:subscripts`: what support for `x[i]` costs other operations. Bundles the sources as they
 * are, without the Proxy that answers subscripts, and from the folder of an older revision if one is given;
 * then measures the same programs on all of them in one process, turn by turn. Prints a table of ratios (CPU
 * time, the least of many rounds).
 *
 *     npm run bench:subscripts -- [--before FOLDER] [--engine node]...
 *
 * FOLDER has the `src` of an older revision.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const ROUNDS = 24;

/** Programs by name; each returns a function that does one round of work. */
const PROGRAMS = {
  'get, bytes': ({ Bytes }) => {
    const x = new Bytes(new Uint8Array(4096).fill(7));
    return () => {
      let sum = 0;
      for (let i = 0; i < 4096; i++) sum += x.get(i);
      return sum;
    };
  },
  'get, bytearray': ({ ByteArray }) => {
    const x = new ByteArray(4096);
    return () => {
      let sum = 0;
      for (let i = 0; i < 4096; i++) sum += x.get(i);
      return sum;
    };
  },
  'get, memoryview': ({ ByteArray, MemoryView }) => {
    const x = new MemoryView(new ByteArray(4096));
    return () => {
      let sum = 0;
      for (let i = 0; i < 4096; i++) sum += x.get(i);
      return sum;
    };
  },
  'set, bytearray': ({ ByteArray }) => {
    const x = new ByteArray(4096);
    return () => {
      for (let i = 0; i < 4096; i++) x.set(i, i & 255);
    };
  },
  'set, memoryview': ({ ByteArray, MemoryView }) => {
    const x = new MemoryView(new ByteArray(4096));
    return () => {
      for (let i = 0; i < 4096; i++) x.set(i, i & 255);
    };
  },
  'slice, bytes': ({ Bytes }) => {
    const x = new Bytes(new Uint8Array(4096).fill(7));
    return () => {
      let sum = 0;
      for (let i = 0; i < 1000; i++) sum += x.slice(i, i + 8).length;
      return sum;
    };
  },
  'slice, bytearray': ({ ByteArray }) => {
    const x = new ByteArray(4096);
    return () => {
      let sum = 0;
      for (let i = 0; i < 1000; i++) sum += x.slice(i, i + 8).length;
      return sum;
    };
  },
  'slice, memoryview': ({ ByteArray, MemoryView }) => {
    const x = new MemoryView(new ByteArray(4096));
    return () => {
      let sum = 0;
      for (let i = 0; i < 1000; i++) {
        const part = x.slice(i, i + 8);
        sum += part.length;
        part.release();
      }
      return sum;
    };
  },
  'construct, bytes of a Uint8Array': ({ Bytes }) => {
    const u8 = new Uint8Array(16).fill(7);
    return () => {
      let sum = 0;
      for (let i = 0; i < 300; i++) sum += new Bytes(u8).length;
      return sum;
    };
  },
  'construct, bytearray of a Uint8Array': ({ ByteArray }) => {
    const u8 = new Uint8Array(16).fill(7);
    return () => {
      let sum = 0;
      for (let i = 0; i < 300; i++) sum += new ByteArray(u8).length;
      return sum;
    };
  },
  'construct, bytes of a list': ({ Bytes }) => {
    const list = Array.from({ length: 16 }, (_, i) => i);
    return () => {
      let sum = 0;
      for (let i = 0; i < 300; i++) sum += new Bytes(list).length;
      return sum;
    };
  },
  'convert, bytes(bytearray)': ({ Bytes, ByteArray }) => {
    const x = new ByteArray(64);
    return () => {
      let sum = 0;
      for (let i = 0; i < 500; i++) sum += new Bytes(x).length;
      return sum;
    };
  },
  'convert, bytearray(bytes)': ({ Bytes, ByteArray }) => {
    const x = new Bytes(64);
    return () => {
      let sum = 0;
      for (let i = 0; i < 500; i++) sum += new ByteArray(x).length;
      return sum;
    };
  },
  'convert, bytes(memoryview)': ({ Bytes, ByteArray, MemoryView }) => {
    const x = new MemoryView(new ByteArray(64));
    return () => {
      let sum = 0;
      for (let i = 0; i < 500; i++) sum += new Bytes(x).length;
      return sum;
    };
  },
  'memoryview(bytearray) and release': ({ ByteArray, MemoryView }) => {
    const x = new ByteArray(64);
    return () => {
      for (let i = 0; i < 1000; i++) new MemoryView(x).release();
    };
  },
  find: ({ Bytes }) => {
    const x = new Bytes('abcdefghijklmnop'.repeat(4), 'ascii');
    const needle = new Bytes('op', 'ascii');
    return () => {
      let sum = 0;
      for (let i = 0; i < 500; i++) sum += x.find(needle);
      return sum;
    };
  },
  split: ({ Bytes }) => {
    const x = new Bytes('alpha,beta,gamma,delta,'.repeat(20), 'ascii');
    const comma = new Bytes(',', 'ascii');
    return () => {
      let sum = 0;
      for (let i = 0; i < 20; i++) sum += x.split(comma).length;
      return sum;
    };
  },
  'upper, concat, equals, hex': ({ Bytes }) => {
    const x = new Bytes('abcdefghijklmnop', 'ascii');
    return () => {
      let sum = 0;
      for (let i = 0; i < 200; i++) sum += Number(x.upper().concat(x).equals(x)) + x.hex().length;
      return sum;
    };
  },
  'append, pop': ({ ByteArray }) => {
    const x = new ByteArray();
    return () => {
      for (let i = 0; i < 500; i++) x.append(i & 255);
      for (let i = 0; i < 500; i++) x.pop();
    };
  },
};

const { values } = parseArgs({
  options: {
    before: { type: 'string' },
    engine: { type: 'string', multiple: true, default: [process.execPath] },
    measure: { type: 'string', multiple: true },
  },
});
if (values.measure) await measure(values.measure);
else await main();

/** Measures the given bundles, and prints nanoseconds as JSON. */
async function measure(files) {
  const copies = await Promise.all(files.map((file) => import(pathToFileURL(file).href)));
  const spent = () => {
    const { user, system } = process.cpuUsage();
    return user + system;
  };
  const rows = Object.entries(PROGRAMS).map(([name, program]) => {
    const works = copies.map((copy) => program(copy));
    for (let i = 0; i < 400; i++) for (const work of works) work();
    // Enough turns for about 2 ms, because the process clock counts microseconds or coarser.
    const start = performance.now();
    let turns = 0;
    while (performance.now() - start < 3) {
      works[0]();
      turns++;
    }
    const least = works.map(() => Infinity);
    for (let round = 0; round < ROUNDS; round++) {
      works.forEach((work, i) => {
        const from = spent();
        for (let turn = 0; turn < turns; turn++) work();
        least[i] = Math.min(least[i], (spent() - from) / turns);
      });
    }
    return [name, least];
  });
  console.log(JSON.stringify(rows));
}

async function main() {
  const { build } = await import('esbuild');
  const folder = mkdtempSync(join(tmpdir(), 'pybuffer-subscripts-'));
  const root = resolve(import.meta.dirname, '..');
  const bundle = async (name, source, withoutProxy) => {
    const outfile = join(folder, `${name}.mjs`);
    await build({
      entryPoints: [join(source, 'src/index.ts')],
      bundle: true,
      outfile,
      format: 'esm',
      platform: 'node',
      target: 'es2022',
      logLevel: 'error',
      external: ['#*'],
      tsconfigRaw: {},
      plugins: [
        {
          name: 'without-proxy',
          setup({ onLoad }) {
            if (!withoutProxy) return;
            onLoad({ filter: /objects[\\/]subscripts\.ts$/ }, ({ path }) => {
              const text = readFileSync(path, 'utf8');
              const contents = text.replace('new Proxy(Object.freeze({}), traps)', 'Object.prototype');
              if (contents === text) throw new Error('subscripts.ts makes no Proxy that this bench knows');
              return { contents, loader: 'ts' };
            });
          },
        },
      ],
    });
    return outfile;
  };
  try {
    const files = [await bundle('without', root, true), await bundle('with', root, false)];
    if (values.before !== undefined) files.unshift(await bundle('before', resolve(values.before), false));
    for (const engine of values.engine) {
      console.log(`\n${execFileSync(engine, ['--version'], { encoding: 'utf8' }).trim()}`);
      // The bundle loaded first has an advantage, so each goes first once; the least of all runs counts.
      const least = {};
      for (let turn = 0; turn < 2 * files.length; turn++) {
        const order = files.map((_, i) => (i + turn) % files.length);
        const args = [import.meta.filename, ...order.flatMap((i) => ['--measure', files[i]])];
        for (const [name, times] of JSON.parse(execFileSync(engine, args, { encoding: 'utf8' }))) {
          const row = (least[name] ??= files.map(() => Infinity));
          times.forEach((time, i) => (row[order[i]] = Math.min(row[order[i]], time)));
        }
      }
      for (const [name, row] of Object.entries(least)) {
        const ratios = row.slice(0, -1).map((other) => (row.at(-1) / other).toFixed(2));
        console.log(`| ${name} | ${ratios.join(' | ')} |`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
