import type { Read } from '~/platform/db/index.ts';
import { bitsWithout, listRows, ranking, takePage, type AnswerRow, type Asked } from '~/sheets/ask/index.ts';
import type { Reader } from '~/sheets/index.ts';

export interface Cell {
  lon: number;
  lat: number;
  n: number;
}

export interface MapContent {
  /** Every sheet of the answer that has coordinates, when they are few enough to be told apart. */
  rows: AnswerRow[];
  /** Otherwise the corners of the world, each with its count. */
  cells: Cell[];
  /** Not on the map: the first of them, and how many. */
  missing: AnswerRow[];
  missingTotal: number;
}

const tellApart = 300;
const shownMissing = 30;

/** What the map shows of the whole answer, not of one page of it. */
export async function getMapContent(db: Read, reader: Reader, asked: Asked, page: readonly AnswerRow[], total: number): Promise<MapContent> {
  const { catalogue, bits, hits } = asked;
  const lost = bitsWithout(bits, catalogue.located);
  const few = total <= tellApart;
  const order = ranking(catalogue, hits);
  const [rows, missing] = await Promise.all([
    few && page.length < total ? listRows(db, reader, takePage(catalogue, bits, order, undefined, tellApart).map((one) => one.num)) : few ? page : [],
    listRows(db, reader, takePage(catalogue, lost, order, undefined, shownMissing).map((one) => one.num)),
  ]);
  return { rows: [...rows], cells: few ? [] : gather(asked), missing, missingTotal: lost.count() };
}

const side = 7;

/** Points gathered on a grid of a few degrees, each group at its middle. */
function gather({ catalogue: { points }, bits }: Asked): Cell[] {
  const cells = new Map<number, Cell>();
  for (let at = 0; at < points.of.length; at++) {
    if (!bits.has(points.of[at]!)) continue;
    const [lon, lat] = [points.lon[at]!, points.lat[at]!];
    const key = Math.floor((lon + 180) / side) * 100 + Math.floor((lat + 90) / side);
    const cell = cells.get(key);
    if (cell) Object.assign(cell, { lon: cell.lon + lon, lat: cell.lat + lat, n: cell.n + 1 });
    else cells.set(key, { lon, lat, n: 1 });
  }
  return [...cells.values()].map(({ lon, lat, n }) => ({ lon: lon / n, lat: lat / n, n })).sort((a, b) => b.n - a.n);
}
