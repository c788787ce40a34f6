// Brings a machine to the point where the rest can run: npm packages, and the programs that npm does not carry. What is
// there already is left alone; what is missing is named before it is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onPath, root, run, Stop, say } from './run.mjs';

/**
 * @typedef {object} Tool
 * @property {string} name
 * @property {string} what what this project uses it for
 * @property {() => boolean} found
 * @property {string[]} debian the Debian packages that bring it
 */

/** @param {string[]} programs */
const anyOf =
  (...programs) =>
  () =>
    programs.some((program) => onPath(program));

/** @type {Tool[]} What building the page needs. */
export const buildTools = [
  {
    name: 'Emscripten (em++)',
    what: 'compiles the C++ core to WebAssembly',
    found: anyOf('em++'),
    debian: ['emscripten'],
  },
  { name: 'CMake', what: 'builds the C++ core', found: anyOf('cmake'), debian: ['cmake'] },
  { name: 'make', what: 'runs the compiler for CMake', found: anyOf('make', 'gmake'), debian: ['make'] },
];

/** The browser the tests and the benchmark drive; CHROMIUM names another one. */
export const chromium =
  process.env.CHROMIUM ??
  onPath('chromium') ??
  onPath('chromium-browser') ??
  onPath('google-chrome') ??
  '/usr/bin/chromium';

const hasCatch2 = () =>
  ['/usr', '/usr/local', '/opt/homebrew'].some((prefix) =>
    ['catch.hpp', 'catch_all.hpp'].some((header) => existsSync(join(prefix, 'include/catch2', header))),
  );

/** @type {Tool[]} What the page needs to be looked at by a program. */
export const browserTools = [
  {
    name: 'Chromium',
    what: 'opens the built page',
    found: () => existsSync(chromium),
    debian: ['chromium', 'fonts-dejavu-core'],
  },
];

/** The other two engines that npm run test:browsers drives; FIREFOX and WEBKIT_DRIVER name others. */
export const firefox = process.env.FIREFOX ?? onPath('firefox-esr') ?? onPath('firefox') ?? '/usr/bin/firefox-esr';
export const webkitDriver = process.env.WEBKIT_DRIVER ?? onPath('WebKitWebDriver') ?? '/usr/bin/WebKitWebDriver';

/** @type {Tool[]} */
export const otherBrowserTools = [
  {
    name: 'Firefox',
    what: 'opens the built page too',
    found: () => existsSync(firefox),
    debian: ['firefox-esr'],
  },
  {
    name: 'WebKit (WebKitGTK and its driver)',
    what: 'opens the built page too; it is the engine of Safari',
    found: () => existsSync(webkitDriver),
    debian: ['webkit2gtk-driver'],
  },
  { name: 'Xvfb', what: 'is the screen that WebKit draws on', found: anyOf('Xvfb'), debian: ['xvfb'] },
];

/** @type {Tool[]} What npm run test:hosts builds a site with. */
export const siteTools = [
  { name: 'MkDocs', what: 'builds a site that has the page inside it', found: anyOf('mkdocs'), debian: ['mkdocs'] },
];

/** @type {Tool[]} What the tests of the core need. */
export const nativeTools = [
  { name: 'a C++ compiler (g++)', what: 'builds the core natively', found: anyOf('g++', 'clang++'), debian: ['g++'] },
  { name: 'Catch2', what: 'runs the tests of the core', found: hasCatch2, debian: ['catch2'] },
  {
    name: 'clang-format',
    what: 'checks the format of the C++ files',
    found: anyOf('clang-format'),
    debian: ['clang-format'],
  },
];

/** The Python that has PyTorch: the system's, which apt-get installs it for; PYTHON names another one. */
export const python = process.env.PYTHON ?? (existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3');

const hasTorch = () => spawnSync(python, ['-c', 'import torch'], { stdio: 'ignore' }).status === 0;

/** @type {Tool[]} What the comparison with PyTorch needs. */
export const parityTools = [
  {
    name: 'PyTorch (for Python 3)',
    what: 'a second, independent opinion on every number of the core; with what it needs 145 MB to load, 630 MB on disk',
    found: hasTorch,
    debian: ['python3-torch'],
  },
];

const hasFuzzer = () =>
  spawnSync('clang++', ['-fsanitize=fuzzer,address', '-x', 'c++', '-', '-o', '/dev/null'], {
    input: 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }',
  }).status === 0;

/** @type {Tool[]} What npm run fuzz needs. */
export const fuzzTools = [
  { name: 'clang with libFuzzer', what: 'fuzzes the core', found: hasFuzzer, debian: ['clang', 'libclang-rt-14-dev'] },
];

/** Stops on a Node older than package.json asks for: npm itself only warns. */
function checkNode() {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node.replace('>=', '');
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number);
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
    throw new Stop(`This needs Node ${wanted} or newer; it runs on Node ${process.versions.node}.`);
  }
}

/** Every package the lock file asks for is there in that version; packages for other systems may be absent. */
function packagesFit() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/** Installs the npm packages of the lock file, unless they are there. */
export async function installPackages() {
  checkNode();
  if (packagesFit()) return;
  say('Installing the npm packages of package-lock.json into node_modules');
  // Only errors are shown: KaTeX's command line tool, which nothing here uses, asks for a newer Node and npm warns of it.
  await run('npm', ['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund']);
}

/**
 * Installs the tools that are missing; where that cannot be done from here, stops and says what to do by hand.
 * @param {Tool[]} tools
 */
export async function installTools(tools) {
  const missing = tools.filter((tool) => !tool.found());
  if (missing.length === 0) return;

  const list = missing.map(({ name, what }) => `  ${name}: ${what}`).join('\n');
  const packages = missing.flatMap(({ debian }) => debian);
  const install = ['apt-get', 'install', '-qy', '--no-install-recommends', '-o', 'Dpkg::Use-Pty=0', ...packages];
  if (!onPath('apt-get')) throw new Stop(byHand(list));

  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !onPath('sudo')) {
    throw new Stop(
      `Missing on this machine:\n${list}\n\nWithout root and without sudo they cannot be installed from here. As root, run\n\n` +
        `  apt-get update && apt-get install ${packages.join(' ')}\n\nand then the same npm command again.`,
    );
  }
  say(`Installing from Debian, ${isRoot ? 'as root' : 'with sudo'}: ${packages.join(' ')}\n${list}`);
  await asRoot(isRoot, ['apt-get', 'update', '-q']);
  await asRoot(isRoot, install);
}

/**
 * @param {boolean} isRoot
 * @param {string[]} command
 */
function asRoot(isRoot, command) {
  const [program = '', ...args] = [...(isRoot ? [] : ['sudo']), 'env', 'DEBIAN_FRONTEND=noninteractive', ...command];
  return run(program, args);
}

/** @param {string} list */
const byHand = (list) => `Missing on this machine:
${list}

They are installed for you only on Debian and Ubuntu. Elsewhere:

  Emscripten    git clone https://github.com/emscripten-core/emsdk
                cd emsdk
                ./emsdk install latest
                ./emsdk activate latest
                source ./emsdk_env.sh        (again in every new terminal)
                or, on macOS, brew install emscripten
  CMake, make   from cmake.org and your system's developer tools; on macOS, brew install cmake
  Catch2        only for npm test; on macOS, brew install catch2
  clang-format  only for npm test; on macOS, brew install clang-format
  PyTorch       only for npm test; python3 -m pip install torch, and PYTHON=/path/to/python3 names the one that has it
  clang         only for npm run fuzz, with libFuzzer; on macOS, brew install llvm
  Chromium      only for npm test and npm run bench; CHROMIUM=/path/to/chrome names one that is not on the PATH
  Firefox       only for npm run test:browsers; FIREFOX=/path/to/firefox names one that is not on the PATH
  MkDocs        only for npm run test:hosts; python3 -m pip install mkdocs
  WebKit, Xvfb  only for npm run test:browsers; they come from a Linux distribution (WebKitGTK with its WebDriver)

Then run the same npm command again.`;
