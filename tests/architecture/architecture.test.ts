import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { modules } from '~/modules.ts';

const files = globSync('src/**/*.{ts,tsx}').filter((file) => !file.includes('.test.'));
const order = modules.map((module) => module.name);
// Who people are is asked everywhere.
const asked = new Set(['accounts']);
const crossCutting = new Set(['claims', 'invitations', 'feedback', 'moderation', 'demonstration', 'files', 'documents', 'doubts', 'observatory', 'search', 'open-data', 'agenda', 'newsletter', 'home', 'pages', 'health', 'privacy', 'administration', 'editing', 'notifications', 'freshness', 'space']);

/** Files that a file imports, as paths of the repository. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)]
    .map(([, target]) => target!)
    .filter((target) => target.startsWith('.') || target.startsWith('~/'))
    .map((target) => (target.startsWith('~/') ? `src/${target.slice(2)}` : path.posix.join(path.posix.dirname(file), target)));
}

function moduleOf(file: string): string | undefined {
  return /^src\/modules\/([^/]+)\//.exec(file)?.[1];
}

test('a module imports only modules before it, and only through their index', () => {
  const wrong: string[] = [];
  for (const file of files) {
    const from = moduleOf(file);
    if (!from) continue;
    for (const target of importsOf(file)) {
      const to = moduleOf(target);
      if (!to || to === from) continue;
      if (crossCutting.has(from) && !asked.has(to)) wrong.push(`${file} is cross-cutting and imports ${target}`);
      else if (order.indexOf(to) >= order.indexOf(from)) wrong.push(`${file} imports ${target}, which comes after it`);
      else if (!target.endsWith('/index.ts')) wrong.push(`${file} imports ${target} past its index`);
    }
  }
  expect(wrong).toEqual([]);
});

test('the platform knows no domain, the interface neither, the kernel knows no module', () => {
  const rooms: [RegExp, RegExp][] = [
    [/^src\/platform\//, /^src\/(sheets|modules|ui|world|app|main)/],
    [/^src\/ui\//, /^src\/(sheets|modules|world|app|main)/],
    [/^src\/sheets\//, /^src\/(modules|world|app|main)/],
  ];
  const wrong = files.flatMap((file) =>
    rooms.filter(([room]) => room.test(file)).flatMap(([, forbidden]) => importsOf(file).filter((target) => forbidden.test(target)).map((target) => `${file} imports ${target}`)),
  );
  expect(wrong).toEqual([]);
});

test('no file imports itself through others', () => {
  const graph = new Map(files.map((file) => [file, importsOf(file).filter((target) => files.includes(target))]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (file: string, trail: string[]) => {
    if (trail.includes(file)) {
      cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
      return;
    }
    if (done.has(file)) return;
    for (const target of graph.get(file) ?? []) walk(target, [...trail, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  expect(cycles).toEqual([]);
});

test('a file fits in the head: at most 200 lines, generated types and messages excepted', () => {
  const long = files
    .filter((file) => !/messages\.(fr|en|es)\.ts$|db\/types\.ts$/.test(file))
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > 200);
  expect(long).toEqual([]);
});

test('a manifest is data: under 60 lines', () => {
  const long = files.filter((file) => /modules\/[^/]+\/module\.tsx?$/.test(file) && readFileSync(file, 'utf8').split('\n').length > 60);
  expect(long).toEqual([]);
});

test('HTML is made from components only: raw HTML appears in one file', () => {
  const raw = files.filter((file) => readFileSync(file, 'utf8').includes('dangerouslySetInnerHTML'));
  expect(raw.length).toBeLessThanOrEqual(1);
  if (raw.length) expect(raw[0]).toMatch(/^src\/ui\//);
});

test('no drawer for odds and ends', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|misc|common|manager)(\.|\/)/.test(file))).toEqual([]);
});

test('no inline style and no inline handler: the content security policy would refuse them', () => {
  const wrong = files.filter((file) => file.endsWith('.tsx') && /<[a-z][\w-]*\b[^<>]*\s(style|on[a-zA-Z]+)=[{"]/.test(readFileSync(file, 'utf8')));
  expect(wrong).toEqual([]);
});

test('an address is written once, in paths.ts', () => {
  const patterns = files.filter((file) => file.endsWith('/paths.ts') && !file.startsWith('src/platform/')).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/path\('([^']+)'\)/g)].map(([, pattern]) => pattern!));
  const twice = patterns.filter((pattern, index) => patterns.indexOf(pattern) !== index);
  expect(twice).toEqual([]);
});
