// How Vite builds the pages. The library is taken from its source, so that a page shows what the checkout
// does.
import fs from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vite';

const source = path.resolve(import.meta.dirname, '../src');

/**
 * Puts what every page begins with into it: `<!-- head -->` and `<!-- top -->` stand for the files of
 * `frame/`.
 */
const frame = {
  name: 'frame',
  transformIndexHtml: {
    order: 'pre',
    handler: (html, { filename }) =>
      html.replace(/<!-- (head|top) -->/g, (_all, name) => {
        const text = fs.readFileSync(path.join(import.meta.dirname, `frame/${name}.html`), 'utf8');
        // The page that is shown says so.
        const page = `<a href="./${path.basename(filename)}"`;
        return text.replace(page, `${page} aria-current="page"`);
      }),
  },
};

export default defineConfig({
  plugins: [frame],
  root: import.meta.dirname,
  base: './',
  logLevel: 'warn',
  resolve: {
    alias: [
      // On the web, names of characters are loaded only by who imports them.
      { find: './name-loader.js', replacement: `${source}/codecs/name-loader-web.ts` },
      { find: /^pybuffer$/, replacement: `${source}/index.ts` },
      { find: /^pybuffer\/([\w-]+)$/, replacement: `${source}/$1.ts` },
    ],
  },
  build: {
    rollupOptions: {
      input: ['index', 'scoreboard', 'docs'].map((name) => path.resolve(import.meta.dirname, `${name}.html`)),
    },
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 4000,
    target: 'es2022',
  },
});
