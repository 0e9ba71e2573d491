import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';

const [cities] = process.argv.slice(2);
const communes = createRequire(import.meta.url)('@etalab/decoupage-administratif/data/communes.json').filter((one) => one.type === 'commune-actuelle');
const known = new Map(communes.map((one) => [one.code, one]));
const plain = (name) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/^(le|la|les|l') ?/, '').replace(/[^a-z]/g, '');
const overseas = { PF: '987', NC: '988', WF: '986', PM: '975', MF: '978', BL: '977', YT: '976', GF: '973', RE: '974', MQ: '972', GP: '971' };
// Where GeoNames gives no INSEE code, the name within its collectivity must be the same
const byName = new Map(communes.filter((one) => /^97|^98/.test(one.code)).map((one) => [one.code.slice(0, 3) + plain(one.nom), one.code]));
const named = { 3578851: '97801', 3579132: '97701' };
const best = new Map();
const rank = (row) => ['PPLC', 'PPLA', 'PPLA2', 'PPLA3', 'PPLA4', 'PPL'].indexOf(row[7]);
for (const line of readFileSync(cities, 'utf8').split('\n')) {
  const row = line.split('\t');
  if (row[8] !== 'FR' && !overseas[row[8]]) continue;
  const code = named[row[0]] ?? (known.has(row[13]) ? row[13] : known.has(row[10]) && row[8] === 'YT' ? row[10] : byName.get(overseas[row[8]] + plain(row[1])));
  if (!code || row[7] === 'PPLX') continue;
  const same = plain(row[1]) === plain(known.get(code).nom);
  const score = (same ? 1e9 : 0) + (rank(row) >= 0 ? (6 - rank(row)) * 1e7 : 0) + Number(row[14]);
  if (!best.has(code) || best.get(code).score < score) best.set(code, { score, row });
}
const lines = [...best].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, { row }]) => [code, row[0], Number(row[4]).toFixed(4), Number(row[5]).toFixed(4)].join(','));
writeFileSync(new URL('../../db/reference/commune-points.csv', import.meta.url), `insee,geonames,lat,lon\n${lines.join('\n')}\n`);
console.log(lines.length);
