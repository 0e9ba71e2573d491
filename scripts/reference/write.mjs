import { writeFileSync } from 'node:fs';

/** One item a line: a change of one item is one line of a diff. */
export function writeList(file, header, key, items) {
  const lines = items.map((item) => `    ${JSON.stringify(item)}`).join(',\n');
  const head = Object.entries(header).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`);
  writeFileSync(new URL(`../../db/reference/${file}`, import.meta.url), `{\n${head.join('\n')}\n  ${JSON.stringify(key)}: [\n${lines}\n  ]\n}\n`);
  console.log(file, items.length);
}
