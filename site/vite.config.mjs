// Configures Vite for the pages. They use the library's sources, so that a page shows what the checkout does.
import fs from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vite';

const source = path.resolve(import.meta.dirname, '../src');

/**
 * Inserts the common parts of all pages: `<!-- head -->` and `<!-- top -->` are replaced by the files of
 * `frame/`.
 */
const frame = {
  name: 'frame',
  transformIndexHtml: {
    order: 'pre',
    handler: (html, { filename }) =>
      html.replace(/<!-- (head|top) -->/g, (_all, name) => {
        const text = fs.readFileSync(path.join(import.meta.dirname, `frame/${name}.html`), 'utf8');
        // Marks the link to the current page.
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
      // On the web, the names of characters load only when imported.
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
