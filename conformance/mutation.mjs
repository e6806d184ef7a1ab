// The library, deliberately broken: the conformance run has to notice.
import fs from 'node:fs';

/** An esbuild plugin after which `find` of every needle answers one too many. */
export const brokenFind = {
  name: 'broken-find',
  setup(build) {
    build.onLoad({ filter: /src[/\\]algorithms[/\\]search\.ts$/ }, ({ path }) => {
      const source = fs.readFileSync(path, 'utf8');
      const broken = source.replace(/export function find\b/, 'function rightFind');
      if (broken === source) throw new Error('there is no find to break');
      return {
        loader: 'ts',
        contents: `${broken}
export function find(...args: Parameters<typeof rightFind>): ReturnType<typeof rightFind> {
  const at = rightFind(...args);
  return at < 0 ? at : at + 1;
}
`,
      };
    });
  },
};
