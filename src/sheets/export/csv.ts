import { stringify } from 'csv-stringify/sync';
import { countryName } from '~/reference/index.ts';
import type { Item } from './item.ts';
import { licence } from './licence.ts';

type Cell = string | number | boolean | null | undefined;

// For people who open it in a French spreadsheet: their words, their separators, their decimal comma.
const columns: readonly [head: string, cell: (item: Item) => Cell][] = [
  ['identifiant', (item) => item.id],
  ['genre', (item) => item.kind],
  ['type', (item) => item.type],
  ['titre', (item) => item.title],
  ['precision', (item) => item.context],
  ['adresse', (item) => item.url],
  ['resume', (item) => item.summary],
  ['pays', (item) => item.countries.map((iso) => countryName(iso, 'fr')).join(', ')],
  ['codes_pays', (item) => item.countries.join(', ')],
  ['themes', (item) => item.themes.join(', ')],
  ['odd', (item) => item.sdgs.join(', ')],
  ['etat', (item) => item.state],
  ['etat_detail', (item) => item.stateDetail],
  ['debut', (item) => item.start?.value],
  ['precision_debut', (item) => item.start && precisions[item.start.precision]],
  ['fin', (item) => item.end?.value],
  ['precision_fin', (item) => item.end && precisions[item.end.precision]],
  ['lieux', (item) => item.places.map((place) => place.name).join(', ')],
  ['latitude', (item) => mainPlace(item)?.lat],
  ['longitude', (item) => mainPlace(item)?.lon],
  ['coordonnees_approchees', (item) => mainPlace(item)?.approximate],
  ['a_confirmer', (item) => item.toConfirm],
  ['confirmee_le', (item) => item.confirmed],
  ['modifiee_le', (item) => item.updated],
  ['sources', (item) => item.sources.map((source) => [source.title, source.locator].filter(Boolean).join(', ')).join(' | ')],
  ['licence', () => `${licence.title} ${licence.url}`],
];

const precisions = { day: 'jour', month: 'mois', year: 'année' };

const options = { delimiter: ';', record_delimiter: '\r\n' as const };

/** The byte order mark tells spreadsheets that it is UTF-8. */
export function writeCsvHead(): string {
  return `\uFEFF${stringify([columns.map(([head]) => head)], options)}`;
}

export function writeCsvRows(items: readonly Item[]): string {
  return stringify(items.map((item) => columns.map(([, cell]) => format(cell(item)))), options);
}

function format(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  return neutralise(cell);
}

/** A cell that begins like a formula is run by a spreadsheet: the apostrophe makes it text. */
export function neutralise(text: string): string {
  return /^[\s\u0000-\u001F]*[=+\-@＝＋－＠]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}

/** Where the sheet is shown on a map: the far end of a thread rather than its near one. */
export function mainPlace(item: Pick<Item, 'places'>) {
  const order = ['to', 'at', 'from'];
  return item.places.filter((place) => place.lat !== null).sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))[0];
}
