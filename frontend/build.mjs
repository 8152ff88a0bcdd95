/**
 * Builds the front end of the Voila pages into ../src/siaga/server/static/app/.
 *
 *   npm ci && npm run build       (Node 20 or newer; the kit's users need no Node)
 *
 * The result is committed: siaga-app.<hash>.js and .css, a .gz beside each,
 * manifest.json (names and sizes) and LICENSES.txt. The same sources and
 * package-lock.json give the same bytes; a test may build twice and compare.
 *
 * What makes it small (in brackets what the whole would weigh alone, gzip):
 * - our own kernel socket, src/kernel.js, not @jupyterlab/services (42 kB)
 * - only the widget classes listed in src/widgets.js, not all controls (149 kB)
 * - src/slim/* in place of packages of which hardly anything is used
 *   (sanitize-html 96 kB, @lumino/widgets 52 kB)
 * What makes it work on phones of 2020: the syntax target below, and
 * src/slim/abort-signal.js.
 *
 * No file names a package registry: .npmrc keeps it out of package-lock.json,
 * and this script stops where one is found.
 */

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { collectLicenses } from './licenses.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = join(HERE, '../src/siaga/server/static/app');
const NAME = 'siaga-app';
const TARGET = ['chrome80', 'firefox78', 'safari14'];
const LIMIT_BYTES = 350 * 1024; // gzip, JS and CSS together

const slim = (name) => join(HERE, 'src/slim', name);

/** What is bundled in place of a whole package. */
const STAND_INS = new Map([
  ['@lumino/widgets', slim('lumino-widgets.js')],
  ['jquery', join(HERE, 'node_modules/jquery/dist/jquery.slim.js')],
  ['nouislider', slim('nothing.js')],
  ['sanitize-html', slim('sanitize-html.js')],
  ['underscore', slim('underscore.js')],
]);

const swaps = {
  name: 'swaps',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^[@\w]/ }, ({ path }) =>
      STAND_INS.has(path) ? { path: STAND_INS.get(path) } : undefined,
    );
    onResolve({ filter: /^\.\/errorwidget$/ }, ({ importer }) =>
      importer.includes('@jupyter-widgets/base/lib') || importer.includes('@jupyter-widgets\\base\\lib')
        ? { path: slim('errorwidget.js') }
        : undefined,
    );
    // anywidget comes as an AMD module for require.js, which we do not have.
    onLoad({ filter: /anywidget[\\/]dist[\\/]index\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const call = /define\(\["@jupyter-widgets\/base"\], (\w+)\);/;
      if (!call.test(source)) throw new Error(`no AMD define(...) in "${path}"`);
      return { contents: source.replace(call, 'export default $1;'), loader: 'js' };
    });
  },
};

async function bundle() {
  const result = await build({
    absWorkingDir: HERE,
    entryPoints: ['src/main.js'],
    outfile: `${NAME}.js`,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    charset: 'utf8',
    legalComments: 'none', // they are in LICENSES.txt, whole
    target: TARGET,
    // esbuild doubts Safari 14 for a corner case of destructuring nobody uses here.
    supported: { destructuring: true },
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    plugins: [swaps],
    inject: [slim('abort-signal.js')],
    define: {
      'AbortSignal.any': 'anySignal',
      'AbortSignal.timeout': 'timeoutSignal',
      structuredClone: 'clone',
    },
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  });
  return result;
}

/** The same bytes wherever it is made: no time, no operating system inside. */
function pack(bytes) {
  const packed = gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION });
  packed[9] = 255;
  return packed;
}

async function write(file) {
  const bytes = Buffer.from(file.contents);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const kind = file.path.endsWith('.css') ? 'css' : 'js';
  const name = `${NAME}.${hash}.${kind}`;
  const packed = pack(bytes);
  await writeFile(join(OUT, name), bytes);
  await writeFile(join(OUT, `${name}.gz`), packed);
  return { kind, name, bytes: bytes.length, gzip: packed.length };
}

async function refuseRegistryAddresses() {
  const lock = await readFile(join(HERE, 'package-lock.json'), 'utf8');
  if (/"resolved"\s*:/.test(lock)) throw new Error('package-lock.json names addresses, expected none');
}

async function emptyOut() {
  await mkdir(OUT, { recursive: true });
  const old = (await readdir(OUT)).filter((name) => name.startsWith(`${NAME}.`));
  await Promise.all(old.map((name) => rm(join(OUT, name))));
}

const sum = (files, key) => files.reduce((total, file) => total + file[key], 0);

async function main() {
  await refuseRegistryAddresses();
  const { metafile, outputFiles } = await bundle();
  await emptyOut();
  const files = await Promise.all(outputFiles.map(write));
  const name = (kind) => files.find((file) => file.kind === kind).name;
  const sizes = { bytes: sum(files, 'bytes'), gzip: sum(files, 'gzip') };
  const manifest = { js: name('js'), css: name('css'), ...sizes };
  await writeFile(join(OUT, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(join(OUT, 'LICENSES.txt'), await collectLicenses(HERE, metafile));
  if (process.argv.includes('--metafile')) console.log(JSON.stringify(metafile));
  else console.log(manifest);
  if (sizes.gzip > LIMIT_BYTES) throw new Error(`${sizes.gzip} bytes, expected ${LIMIT_BYTES} at most`);
}

await main();
