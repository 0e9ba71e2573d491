// Writes the tests of each requirement into docs/requirements.md. A person decides its state.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { relaunch, root } from './pinned-node.mjs';

await relaunch(import.meta.url);

const file = path.join(root, 'docs/requirements.md');
const named = new Map();
for (const test of globSync(['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'], { cwd: root })) {
  const text = readFileSync(path.join(root, test), 'utf8');
  for (const [, , title] of text.matchAll(/\b(?:test|it)(?:\.\w+(?:\([^)]*\))?)*\(\s*(['"`])((?:R\d{3}[, ]*)+.*?)\1\s*,/g)) {
    for (const [id] of title.matchAll(/R\d{3}/g)) named.set(id, [...(named.get(id) ?? []), title.replace(/^(?:R\d{3}[, ]*)+/, '').replaceAll('|', '\\|')]);
  }
}
const written = readFileSync(file, 'utf8').split('\n').map((line) => {
  const cells = /^\| (R\d{3}) \| (.*) \| (core|expected|beyond) \| (built|partly|not yet) \| (.*?) \| (.*) \|$/.exec(line);
  if (!cells) return line;
  const [, id, capability, priority, state, missing] = cells;
  return `| ${id} | ${capability} | ${priority} | ${state} | ${missing} | ${(named.get(id) ?? []).join('; ')} |`;
});
const count = (state) => written.filter((line) => line.startsWith('| R') && line.includes(` | ${state} | `)).length;
const today = `Today: ${count('built')} built, ${count('partly')} partly, ${count('not yet')} not yet.`;
writeFileSync(file, written.map((line) => (line.startsWith('Today: ') ? today : line)).join('\n'));
