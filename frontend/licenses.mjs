/** The licences of all packages that went into the bundle, as one text. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Copied into anywidget's own file, so esbuild does not see them. */
const INSIDE_OTHERS = ['@lukeed/uuid', 'solid-js'];

/** Packages published without a licence file: the text of their project. */
const MISSING = [
  ['@jupyter-widgets/', 'jupyter-widgets.txt'],
  ['@lumino/', 'lumino.txt'],
];

/** @param {string} input  a path of esbuild's metafile */
function packageOf(input) {
  const [, path] = input.split(/node_modules\/(?!.*node_modules\/)/);
  if (!path) return undefined;
  const parts = path.split('/');
  return parts.slice(0, path.startsWith('@') ? 2 : 1).join('/');
}

async function textOf(here, name) {
  const folder = join(here, 'node_modules', name);
  const found = (await readdir(folder)).find((file) => /^licen[cs]e/i.test(file));
  if (found) return readFile(join(folder, found), 'utf8');
  const [, known] = MISSING.find(([prefix]) => name.startsWith(prefix)) || [];
  if (!known) throw new Error(`package "${name}" has no licence file; put its text in licenses/`);
  return readFile(join(here, 'licenses', known), 'utf8');
}

async function section(here, name) {
  const about = JSON.parse(await readFile(join(here, 'node_modules', name, 'package.json'), 'utf8'));
  const text = (await textOf(here, name)).replace(/\r\n/g, '\n').trim();
  const rule = '='.repeat(72);
  return `${rule}\n${name} ${about.version} (${about.license})\n${rule}\n\n${text}\n`;
}

export async function collectLicenses(here, metafile) {
  const names = new Set(Object.keys(metafile.inputs).map(packageOf).filter(Boolean));
  INSIDE_OTHERS.forEach((name) => names.add(name));
  const sections = await Promise.all([...names].sort().map((name) => section(here, name)));
  return `Packages inside the front end, and their licences.\n\n${sections.join('\n')}`;
}
