/**
 * Tests the pages in Chromium: every program prints the same as in CPython, the picture agrees with what the
 * program reports of its views, and the page can be used by keyboard. Pages draw asynchronously, so every
 * assertion waits until it holds. Caller: `npm run site -- --test`.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';

const site = path.resolve(import.meta.dirname, '..');
const programs = path.join(site, 'programs');
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
export const findChromium = () => BROWSERS.find((each) => fs.existsSync(each)) ?? null;

const read = (name) => fs.readFileSync(path.join(programs, name), 'utf8');
const names = fs
  .readdirSync(programs)
  .filter((each) => each.endsWith('.py'))
  .map((each) => each.slice(0, -3));

/** Python code that runs after a program and describes each view and exporter as a line of JSON. */
const CONFESSION = `
import json as _json
for _name, _value in list(globals().items()):
    if _name.startswith('_'):
        continue
    if isinstance(_value, (bytes, bytearray)):
        print('@' + _json.dumps([_name, 'exporter', list(_value)]))
    elif isinstance(_value, memoryview):
        try:
            _said = [list(_value.shape), list(_value.strides), _value.itemsize, _value.format, _value.readonly, list(_value.tobytes())]
        except ValueError:
            _said = None
        print('@' + _json.dumps([_name, 'view', _said]))
`;

const fragment = (text) => `#python=${Buffer.from(text).toString('base64url')}`;

/** The content of the picture, read from its data attributes. */
const readPicture = () => {
  const svg = document.querySelector('#memory svg');
  const list = (text) => (text === '' ? [] : text.split(',').map(Number));
  const exporters = [...svg.querySelectorAll('[data-exporter]')].map(({ dataset, children }) => ({
    names: dataset.exporter.split(' '),
    exports: dataset.exports,
    cells: [...children].filter((each) => each.dataset.cell).map((each) => Number(each.dataset.value)),
    written: [...children].filter((each) => each.dataset.written).map((each) => Number(each.dataset.cell)),
  }));
  const views = {};
  for (const group of svg.querySelectorAll('[data-view]')) {
    const { view, of, offset, shape, strides, itemsize, format, readonly, released } = group.dataset;
    for (const name of view.split(' ')) {
      views[name] ??= released
        ? { released: true }
        : {
            of: of.split(' '),
            offset: Number(offset),
            shape: list(shape),
            strides: list(strides),
            itemsize: Number(itemsize),
            format,
            readonly: readonly === 'true',
            items: {},
          };
      for (const item of group.querySelectorAll('[data-item]')) {
        views[name].items[item.dataset.item] = Number(item.dataset.at);
      }
    }
  }
  return { exporters, views };
};

/** The time limit for a condition to hold, in ms; long enough for slow machines. */
const LIMIT = 60_000;

/**
 * Repeats assertions until they hold, and returns their result; throws the last failure if they never do.
 */
async function eventually(assertions) {
  const end = Date.now() + LIMIT;
  for (;;) {
    try {
      return await assertions();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Waits until `read` returns the wanted value. */
const becomes = (read, wanted, message) =>
  eventually(async () => assert.deepEqual(await read(), wanted, message));
const matches = (read, pattern) => eventually(async () => assert.match(await read(), pattern));

/**
 * Tests the pages at an address; returns the number of checks that passed and failed.
 *
 * @param throttle the factor by which to slow down the browser's processor
 * @param only a text that the names of the checks must contain
 */
export async function testPages(address, throttle = 1, only = '') {
  const executablePath = findChromium();
  if (executablePath === null) {
    console.log('left out: no Chromium on this machine (apt-get install chromium)');
    return { passed: 0, failed: 0 };
  }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const complaints = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.setDefaultTimeout(LIMIT);
  if (throttle > 1) {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  }

  let passed = 0;
  let failed = 0;
  async function check(name, body) {
    if (!name.includes(only)) return;
    try {
      await body();
      passed++;
    } catch (error) {
      failed++;
      console.log(`FAILED ${name}: ${error.message}`);
    }
  }

  const ready = () => page.waitForSelector('body[data-state="ready"]');
  const output = () => page.locator('#output').innerText();
  const picture = () => page.evaluate(readPicture);
  const choose = async (name) => {
    await page.evaluate(() => (document.body.dataset.state = 'asked'));
    await page.selectOption('#program', name);
    await ready();
  };
  const program = async (text) => {
    await page.goto(`${address}?${Math.random()}${fragment(text)}`);
    await page.click('#run');
    await ready();
  };
  const stepShown = () => page.evaluate(() => Number(document.body.dataset.step));
  /** Presses a button that shows another step, and waits for that step. */
  const press = async (button) => {
    const wanted = (await stepShown()) + (button === '#back' ? -1 : 1);
    await page.click(button);
    await page.waitForSelector(`body[data-step="${wanted}"]`);
  };
  /** Waits until the page has shown a route, after a click or a change of only the fragment. */
  const arrived = (route) => page.waitForFunction((wanted) => document.body.dataset.route === wanted, route);
  const follow = async (link) => {
    const route = await link.evaluate((each) => decodeURI(each.hash.slice(1)));
    await link.click();
    await arrived(route);
  };
  /** CPython's recording has only the last line of a traceback. */
  const withoutTraceback = (text) => text.replace(/Traceback[^]*\n(?=.)/, '').trimEnd();

  await page.goto(address);
  await ready();
  for (const language of ['python', 'typescript']) {
    await page.evaluate(() => (document.body.dataset.state = 'asked'));
    await page.click(`#${language}`);
    await ready();
    for (const name of names) {
      await check(`${language} ${name}`, async () => {
        await choose(name);
        const printed = async () => withoutTraceback(await output()).replace('PyIndexError', 'IndexError');
        await becomes(printed, read(`${name}.out`).trimEnd());
      });
    }
  }

  await check('a traceback names the lines', async () => {
    await page.goto(address);
    await page.selectOption('#program', '16-an-error');
    await matches(output, /File "program.py", line 7, in <module>\n {4}print\(read\(view, 3\)\)\n/);
    await matches(output, /line 2, in read\n {4}return view\[index\]\nIndexError: /);
  });

  for (const name of names) {
    await check(`the picture of ${name}`, async () => {
      if (name === '16-an-error') return;
      await program(read(`${name}.py`) + CONFESSION);
      const said = (await output())
        .split('\n')
        .filter((line) => line.startsWith('@'))
        .map((line) => JSON.parse(line.slice(1)));
      assert.ok(said.length > 0);
      const { exporters, views } = await picture();
      const cellsOf = (exporter) => exporters.find((each) => each.names.includes(exporter))?.cells;
      for (const [variable, kind, facts] of said) {
        if (kind === 'exporter') {
          if (facts.length <= 256) assert.deepEqual(cellsOf(variable), facts, variable);
          continue;
        }
        const view = views[variable];
        assert.ok(view, `${variable} is drawn`);
        if (facts === null) {
          assert.equal(view.released, true);
          continue;
        }
        const { shape, strides, itemsize, format, readonly, items, offset } = view;
        assert.deepEqual([shape, strides, itemsize, format, readonly], facts.slice(0, 5), variable);
        const cells = cellsOf(view.of[0]);
        const bytes = Object.keys(items)
          .sort((a, b) => a - b)
          .flatMap((item) => cells.slice(items[item], items[item] + itemsize));
        assert.deepEqual(bytes, facts[5], `${variable}: the bytes in its window`);
        assert.equal(items[0], offset);
      }
    });
  }

  await check('steps: ABC becomes AZC', async () => {
    await program(read('02-write-through-a-view.py'));
    const cells = async () =>
      (await picture()).exporters[0]?.cells.map((each) => String.fromCharCode(each)).join('');
    await becomes(cells, 'AZC');
    const seen = [await cells()];
    while ((await stepShown()) > 0) {
      await press('#back');
      seen.unshift(await cells());
    }
    assert.deepEqual([...new Set(seen)], [undefined, 'ABC', 'AZC']);
    await becomes(output, '');
    while (!(await picture()).exporters[0]?.written.length) await press('#forward');
    assert.deepEqual((await picture()).exporters[0].written, [1]);
    await becomes(() => page.locator('.next-line').innerText(), "print('After updation:', byte_array)");
  });

  for (const name of names) {
    await check(`the picture after each line of ${name}`, async () => {
      if (name === '16-an-error') return;
      const lines = read(`${name}.py`).trimEnd().split('\n');
      // After each top-level statement, the program itself reports what its names hold.
      const asked = lines.flatMap((line, i) => {
        const ends =
          !/[:([{,]\s*$/.test(line) && /^(?![\s)\]}]|else|elif|except|finally)/.test(lines[i + 1] ?? '');
        return line !== '' && ends ? [line, 'exec(_asked)'] : [line];
      });
      const head = `_asked = compile(${JSON.stringify(`${CONFESSION}print('@end')\n`)}, 'asked', 'exec')`;
      const text = [head, ...asked].join('\n');
      await program(`${text}\n`);
      const printed = (await output()).split('\n').filter((line) => line.startsWith('@'));
      const said = printed.join('\n').split('@end').slice(0, -1);
      assert.equal(said.length, asked.filter((line) => line === 'exec(_asked)').length);
      while ((await stepShown()) > 0) {
        const line = await page.evaluate(() => Number(document.body.dataset.line));
        if (text.split('\n')[line - 1] === 'exec(_asked)') {
          const { exporters, views } = await picture();
          const facts = said
            .pop()
            .split('\n')
            .filter((each) => each.startsWith('@'));
          for (const [variable, kind, its] of facts.map((each) => JSON.parse(each.slice(1)))) {
            if (kind === 'exporter') {
              const cells = exporters.find((each) => each.names.includes(variable)).cells;
              assert.deepEqual(cells, its.slice(0, 256), `${variable}, line ${line}`);
            } else if (its !== null) {
              const { shape, strides, itemsize, format, readonly } = views[variable];
              assert.deepEqual(
                [shape, strides, itemsize, format, readonly],
                its.slice(0, 5),
                `${variable}, line ${line}`,
              );
            } else assert.equal(views[variable].released, true, `${variable}, line ${line}`);
          }
        }
        await press('#back');
      }
      assert.deepEqual(said, []);
    });
  }

  await check('TypeScript goes step by step as well', async () => {
    await page.goto(
      `${address}?${Math.random()}${fragment(read('02-write-through-a-view.ts')).replace('python', 'typescript')}`,
    );
    await page.click('#run');
    await ready();
    const cells = async () =>
      (await picture()).exporters[0]?.cells.map((each) => String.fromCharCode(each)).join('');
    const seen = [await cells()];
    while ((await stepShown()) > 0) {
      await press('#back');
      seen.unshift(await cells());
    }
    assert.deepEqual([...new Set(seen)], [undefined, 'ABC', 'AZC']);
  });

  await check('exports are counted', async () => {
    await program(
      'data = bytearray(3)\none = memoryview(data)\ntwo = memoryview(data)\npart = two[1:]\none.release()\npart.release()\ntwo.release()\n',
    );
    const counts = [];
    for (;;) {
      counts.unshift((await picture()).exporters[0]?.exports);
      if ((await stepShown()) === 0) break;
      await press('#back');
    }
    assert.deepEqual(counts, [undefined, '0', '1', '2', '2', '1', '1', '0']);
  });

  await check('two names of one object', async () => {
    await program('a = bytearray(b"x")\nb = a\nc = memoryview(a)\nd = c\n');
    const { exporters, views } = await picture();
    assert.deepEqual(exporters[0].names, ['a', 'b']);
    assert.deepEqual(views.c, views.d);
  });

  await check('a syntax error, and a loop without end', async () => {
    await program('x = (\n');
    await matches(output, /SyntaxError/);
    await program('while True:\n    pass\n');
    await matches(output, /stopped after/);
    await program('while True: pass\n');
    await matches(output, /stopped after/);
    for (const text of ['while (true) {}\n', 'let x = 0;\nfor (;;) x++;\n', 'do {} while (true);\n']) {
      await page.goto(`${address}?${Math.random()}${fragment(text).replace('python', 'typescript')}`);
      await page.click('#run');
      await ready();
      await matches(output, /stopped after/);
    }
  });

  await check('memory that is too large to draw', async () => {
    await program('data = bytearray(10_000_000)\nview = memoryview(data)[::-2]\nview[-1] = 7\n');
    const { exporters, views } = await picture();
    assert.equal(exporters[0].cells.length, 256);
    assert.equal(exporters[0].cells[1], 7);
    assert.deepEqual(Object.values(views.view.items).at(-1), 1);
    await matches(
      () => page.locator('#memory').innerText(),
      /10000000 bytes, of which the first 256 are drawn/,
    );
  });

  await check('exceptions of exceptions, recursion, and an exit', async () => {
    await program('try:\n    bytes(-1)\nexcept ValueError as e:\n    raise TypeError("x") from e\n');
    await matches(
      output,
      /negative count\n\nThe above exception was the direct cause of .*:\n\nTraceback [^]*TypeError: x\n/,
    );
    await program('def f():\n    f()\nf()\n');
    await matches(output, /\[Previous line repeated \d+ more times\]\nRecursionError: /);
    await program('import sys\nprint(1)\nsys.exit(3)\n');
    await becomes(async () => (await output()).trim(), '1');
  });

  await check('the explorer', async () => {
    await page.locator('[aria-label="offset"]').fill('5');
    await page.locator('[aria-label="strides[1]"]').fill('-1');
    await matches(() => page.locator('#arithmetic').innerText(), /5 \+ 1 \* 8 \+ 2 \* \(-1\) = 11/);
    await becomes(() => page.locator('#strides [data-view]').first().getAttribute('data-strides'), '8,-1');
  });

  await check('the link carries the program', async () => {
    await program("print('é', 1 + 1)\n");
    await becomes(async () => (await output()).trim(), 'é 2');
    const before = page.url();
    await page.evaluate(() => history.replaceState(null, '', location.pathname));
    await page.click('#share');
    const address = await eventually(() => {
      assert.match(page.url(), /#python=/);
      return page.url();
    });
    assert.equal(new URL(address).hash, new URL(before).hash);
    await page.goto('about:blank');
    await page.goto(address);
    await page.click('#run');
    await ready();
    await becomes(async () => (await output()).trim(), 'é 2');
  });

  await check('the picture is copied as SVG', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.click('#copy');
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await matches(copied, /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^]*<\/svg>$/);
  });

  await check('by keyboard alone', async () => {
    await page.goto(address);
    await ready();
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('print(6 * 7)');
    await page.keyboard.press('Control+Enter');
    await becomes(() => page.locator('#output').textContent(), '42\n');
    await ready();
    const focused = () => page.evaluate(() => document.activeElement.id);
    await page.keyboard.press('Tab');
    await becomes(focused, 'run');
    await page.keyboard.press('Tab');
    await becomes(focused, 'back');
    await page.keyboard.press('Enter');
    await matches(() => page.locator('#position').innerText(), /line 1 is next/);
  });

  await check('the scoreboard: the table, a topic, a rule, who differs', async () => {
    await page.goto(`${address}scoreboard.html`);
    await ready();
    const { rules, vectors, results, topics } = JSON.parse(
      fs.readFileSync(path.join(site, '../scoreboard/results.generated.json'), 'utf8'),
    );
    const count = (selector) => page.locator(selector).count();
    const text = (selector, nth = 0) => page.locator(selector).nth(nth).textContent();
    await becomes(() => count('.scores tbody tr'), Object.keys(topics).length + 3);
    await becomes(() => text('.scores tr:last-child td'), '100');
    await follow(page.getByRole('link', { name: topics.slice, exact: true }));
    const ofTopic = rules.filter((rule) => rule.topic === 'slice');
    await becomes(() => count('#rules li'), ofTopic.length);
    await follow(page.locator('#rules a').first());
    await becomes(() => text('.code'), ofTopic[0].source);
    await becomes(() => text('.code', 1), ofTopic[0].printed);
    const differ = results.filter(({ differences }) => ofTopic[0].id in differences).length;
    await becomes(() => count('.answers code:first-of-type'), differ);
    const ofVectors = vectors.filter(({ topics: its }) => its.includes('slice')).length;
    await becomes(() => count('.numbers li'), ofVectors);
    await page.goto(`${address}scoreboard.html#errors`);
    await arrived('errors');
    await becomes(() => count('details'), results.length);
    await page.goto(`${address}scoreboard.html#differs/Pyodide`);
    await arrived('differs/Pyodide');
    const { differences } = results.find(({ name }) => name === 'Pyodide');
    await becomes(() => count('.answers li'), Object.keys(differences).length);
    await follow(page.locator('.answers a').last());
    await becomes(() => count('.code'), 2);
  });

  await check('the guides: each file, and each link between them', async () => {
    await page.goto(`${address}docs.html`);
    await ready();
    const routes = await page.locator('.docs nav a').evaluateAll((all) => all.map((each) => each.hash));
    assert.equal(
      routes.length,
      3 + fs.readdirSync(path.join(site, '../guide')).filter((each) => each.endsWith('.md')).length,
    );
    const dead = [];
    const seen = new Set();
    for (const route of routes) {
      await page.evaluate((hash) => (location.hash = hash), route);
      await arrived(decodeURI(route.slice(1)));
      const ids = await page.locator('article [id]').evaluateAll((all) => all.map((each) => each.id));
      for (const id of [route.slice(1), ...ids]) seen.add(`#${id}`);
      const links = await page
        .locator('article a[href^="#"]')
        .evaluateAll((all) => all.map((each) => each.hash));
      dead.push(...links.map((to) => [route, to]));
    }
    assert.deepEqual(
      dead.filter(([, to]) => !seen.has(to)),
      [],
    );
  });

  await check('the search, by keyboard', async () => {
    await page.goto('about:blank');
    await page.goto(`${address}docs.html`);
    await ready();
    await page.keyboard.press('/');
    await page.keyboard.type('using block');
    await eventually(async () => {
      const found = await page.locator('#found a').allInnerTexts();
      assert.ok(found.includes('Lifetimes'), found.join());
      assert.equal(await page.locator('#found-number').innerText(), `${found.length} found`);
    });
    await page.keyboard.press('ArrowDown');
    const link = () => page.evaluate(() => decodeURI(document.activeElement.hash?.slice(1) ?? ''));
    await eventually(async () => assert.notEqual(await link(), ''));
    const wanted = await link();
    await page.keyboard.press('Enter');
    await arrived(wanted);
    await page.locator('#words').fill('xyzzy');
    await becomes(() => page.locator('#found-number').innerText(), 'Nothing was found');
  });

  await check('the reference: every entry, and a class with its methods', async () => {
    await page.goto(`${address}reference/index.html`);
    const entries = page.locator('.col-content a[href^="modules/"]');
    await eventually(async () =>
      assert.ok((await entries.count()) >= 25, `${await entries.count()} entries`),
    );
    await page.goto(`${address}reference/classes/index.ByteArray.html`);
    await becomes(() => page.locator('#take_bytes').count(), 1);
    const back = page.locator('a[href$="docs.html"]').first();
    assert.equal(await back.innerText(), 'Guides');
    await page.goto(new URL(await back.getAttribute('href'), page.url()).href);
    await ready();
  });

  const places = ['', 'scoreboard.html', 'scoreboard.html#slice/1', 'docs.html'];
  for (const scheme of ['light', 'dark']) {
    for (const [width, place] of [1280, 360].flatMap((each) => places.map((place) => [each, place]))) {
      await check(`axe and width, ${scheme}, ${width}, ${place || 'tutorial'}`, async () => {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: 900 });
        await page.goto('about:blank');
        await page.goto(`${address}${place}`);
        await ready();
        await page.addScriptTag({ path: axe });
        const found = await page.evaluate(async () => {
          const { violations } = await globalThis.axe.run();
          return violations
            .filter(({ impact }) => ['serious', 'critical'].includes(impact))
            .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 90)).join(' | ')}`);
        });
        assert.deepEqual(found, []);
        await eventually(async () => {
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(wide <= width, `${wide} pixels wide`);
        });
        if (process.env.PYBUFFER_SCREENSHOTS) {
          const file = path.join(
            process.env.PYBUFFER_SCREENSHOTS,
            `${scheme}-${width}-${place.replace(/\W/g, '-')}.png`,
          );
          await page.screenshot({ path: file, fullPage: true });
        }
      });
    }
  }

  await check('nothing complains in the console', () => assert.deepEqual(complaints, []));
  await browser.close();
  return { passed, failed };
}

/** Writes the picture of the README: the two programs of the tutorial, each with its output and memory. */
export async function takePicture(address, file) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1080, height: 700 } });
  // Without motion, no cell is caught in the middle of its flash.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const shots = [];
  await page.goto(address);
  for (const name of names.slice(0, 2)) {
    await page.evaluate(() => (document.body.dataset.state = 'asked'));
    await page.selectOption('#program', name);
    await page.waitForSelector('body[data-state="ready"]');
    shots.push((await page.locator('#tutorial .desk').screenshot()).toString('base64'));
  }
  const images = shots.map(
    (each) => `<img style="display:block;margin:12px" src="data:image/png;base64,${each}">`,
  );
  await page.setContent(
    `<body style="margin:0"><div style="background:#fbf9f4;display:flow-root">${images.join('')}</div>`,
  );
  const png = (await page.locator('div').screenshot()).toString('base64');
  // WebP, because the picture is in the tarball, and PNG is three times as large.
  const webp = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    canvas.getContext('2d').drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.8).split(',')[1];
  }, png);
  fs.writeFileSync(file, Buffer.from(webp, 'base64'));
  await browser.close();
}
