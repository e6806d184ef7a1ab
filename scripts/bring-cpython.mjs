// npm run cpython: downloads CPython 3.15 with its tests into .cache/cpython315, and prints its version and
// path.
//
// The packages come from Debian's unstable suite, from the mirror that this machine already uses. They are
// unpacked into the folder and run with their own C library: nothing is installed, and root is not needed. It
// takes about 25 MB and ten seconds. It does nothing if PYBUFFER_CPYTHON names an interpreter or the folder
// has one.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { CACHE, CACHED, describe, findCPython } from './cpython.mjs';

const PACKAGES = ['python3.15-minimal', 'libpython3.15-testsuite'];
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

function main() {
  const present = findCPython();
  if (present?.tests) return present;
  // Unpacks beside the cache and renames at the end, so that an interrupted run leaves no incomplete
  // interpreter.
  const folder = `${CACHE}.${process.pid}`;
  fs.mkdirSync(folder, { recursive: true });
  try {
    unpack(folder);
    wrap(folder, CACHE);
    fs.rmSync(CACHE, { recursive: true, force: true });
    fs.renameSync(folder, CACHE);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  const brought = describe(CACHED);
  if (brought.tests === null) throw new Error('the packages hold no test modules');
  return brought;
}

/** Unpacks the packages that the interpreter needs, as apt resolves them for an empty machine. */
function unpack(folder) {
  const apt = path.join(folder, 'apt');
  const archives = path.join(apt, 'archives');
  for (const sub of ['lists/partial', 'archives/partial', 'parts'])
    fs.mkdirSync(path.join(apt, sub), { recursive: true });
  fs.writeFileSync(path.join(apt, 'sources.list'), `deb [signed-by=${KEYRING}] ${mirror()} unstable main\n`);
  fs.writeFileSync(path.join(apt, 'status'), '');
  const settings = {
    'Dir::Etc::SourceList': path.join(apt, 'sources.list'),
    'Dir::Etc::SourceParts': path.join(apt, 'parts'),
    'Dir::Etc::PreferencesParts': path.join(apt, 'parts'),
    'Dir::State': apt,
    'Dir::State::Lists': path.join(apt, 'lists'),
    'Dir::State::Status': path.join(apt, 'status'),
    'Dir::Cache': apt,
    'Dir::Cache::Archives': archives,
    'Debug::NoLocking': 'true',
    'Acquire::Languages': 'none',
    // Run as root, apt would download as a user who cannot write into the folder.
    'APT::Sandbox::User': 'root',
    // Docker images have a hook that deletes downloads.
    'APT::Keep-Downloaded-Packages': 'true',
    'Binary::apt-get::APT::Keep-Downloaded-Packages': 'true',
  };
  const options = ['-qq', ...Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`])];
  run('apt-get', [...options, 'update']);
  run('apt-get', [...options, '--yes', '--no-install-recommends', '--download-only', 'install', ...PACKAGES]);
  const packages = fs.readdirSync(archives).filter((file) => file.endsWith('.deb'));
  if (packages.length === 0) throw new Error('apt downloaded no packages');
  for (const file of packages) run('dpkg', ['--extract', path.join(archives, file), folder]);
  fs.rmSync(apt, { recursive: true });
}

/** The Debian mirror among this machine's package sources. */
function mirror() {
  const parts = '/etc/apt/sources.list.d';
  const listed = fs.existsSync(parts) ? fs.readdirSync(parts).map((name) => path.join(parts, name)) : [];
  for (const file of ['/etc/apt/sources.list', ...listed.sort()]) {
    if (!fs.existsSync(file)) continue;
    const address = /^(?!\s*#).*?\b(https?:\/\/\S+\/debian)\/?(?:\s|$)/m.exec(
      fs.readFileSync(file, 'utf8'),
    )?.[1];
    if (address !== undefined) return address;
  }
  throw new Error('no Debian mirror is among the package sources of this machine');
}

/**
 * Replaces the interpreter by a script that starts it with the C library that came with it. `sys.executable`
 * is the script, so child processes work too. `home` is the final folder.
 */
function wrap(folder, home) {
  const libraries = path.join(folder, 'usr/lib');
  const loader = fs
    .readdirSync(libraries, { recursive: true })
    .find((file) => /\bld-linux[^/]*\.so\.\d$/.test(file));
  if (loader === undefined) throw new Error('the C library came without its loader');
  const program = path.join(folder, 'usr/bin/python3.15');
  fs.renameSync(program, `${program}.real`);
  const at = (name) => `'${path.join(home, 'usr', name).replaceAll("'", `'\\''`)}'`;
  const script = `#!/bin/sh
exec ${at(`lib/${loader}`)} --library-path ${at(`lib/${path.dirname(loader)}`)} \\
  --argv0 ${at('bin/python3.15')} ${at('bin/python3.15.real')} "$@"
`;
  fs.writeFileSync(program, script, { mode: 0o755 });
}

function run(program, args) {
  const { status, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr.trim()}`);
}

try {
  const { python, version, tests } = main();
  console.log(`CPython ${version}: ${python}, tests in ${tests}`);
} catch (error) {
  console.error(`CPython 3.15 cannot be installed here: ${error.message}`);
  process.exit(1);
}
