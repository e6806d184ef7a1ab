/**
 * The guides' page: the project's Markdown files. The fragment says which file and which heading: `#guide/porting/HEADING`.
 */
import { marked } from 'marked';
import { startTheme } from './theme.js';

const files = import.meta.glob(['../../README.md', '../../CHANGELOG.md', '../../guide/*.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>;

/** The path of each file in the project without its ending, and its text. */
const texts = new Map(
  Object.entries(files).map(([file, text]) => [file.replace(/^(\.\.\/)+/, '').replace(/\.md$/, ''), text]),
);
const page = document.getElementById('page')!;
const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s+/g, '-');
const titleOf = (text: string) => /^# (.+)$/m.exec(text)?.[1]?.replaceAll('`', '') ?? '';

function show(): void {
  const route = decodeURI(location.hash.slice(1)) || 'README';
  const name = [...texts.keys()].find((each) => route === each || route.startsWith(`${each}/`)) ?? 'README';
  const others = [...texts].map(([each, text]) => {
    const here = each === name ? ' aria-current="page"' : '';
    return `<li><a href="#${each}"${here}>${titleOf(text)}</a></li>`;
  });
  page.innerHTML = `<div class="docs"><nav aria-label="Guides"><ul>${others.join('')}</ul></nav><article>${marked.parse(texts.get(name)!)}</article></div>`;
  finish(page.querySelector('article')!, name);
  document.title = `${titleOf(texts.get(name)!)} - pybuffer`;
  const heading = document.getElementById(route);
  if (heading && heading !== page) heading.scrollIntoView();
  else scrollTo(0, 0);
  // Tests wait for the page of an address by this.
  document.body.dataset['route'] = decodeURI(location.hash.slice(1));
}

/** Headings can be linked to, links between files stay on the page, and what is wide can be scrolled by keyboard. */
function finish(article: HTMLElement, name: string): void {
  for (const heading of article.querySelectorAll('h2, h3'))
    heading.id = `${name}/${slug(heading.textContent)}`;
  const folder = name.includes('/') ? name.slice(0, name.lastIndexOf('/') + 1) : '';
  for (const anchor of article.querySelectorAll('a')) {
    const to = anchor.getAttribute('href') ?? '';
    if (/^https?:/.test(to)) continue;
    if (to.startsWith('#')) {
      anchor.href = `#${name}/${to.slice(1)}`;
      continue;
    }
    const [file, heading] = to.split('#');
    const target = new URL(file!, `http://project/${folder}`).pathname.slice(1).replace(/\.md$/, '');
    if (texts.has(target)) anchor.href = `#${target}${heading ? `/${heading}` : ''}`;
    // A file of the repository, which these pages do not have.
    else anchor.replaceWith(...anchor.childNodes);
  }
  for (const picture of article.querySelectorAll('img')) {
    if (!/^https?:/.test(picture.getAttribute('src') ?? '')) picture.remove();
  }
  for (const wide of article.querySelectorAll('pre, table')) {
    const frame = document.createElement('div');
    frame.className = 'wide';
    frame.tabIndex = 0;
    frame.setAttribute('role', 'region');
    frame.setAttribute('aria-label', wide.matches('pre') ? 'Code' : 'Table');
    wide.replaceWith(frame);
    frame.append(wide);
  }
}

startTheme();
show();
addEventListener('hashchange', () => {
  if (location.hash !== '#page') show();
});
document.body.dataset['state'] = 'ready';
