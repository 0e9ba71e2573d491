import { createHash } from 'node:crypto';
import { ask as askQuestion, readCursor, readQuestion, resolve, toQuery, type Resolved, type Unknown } from '~/sheets/ask/index.ts';
import { answerFile, buildJson, toItem } from '~/sheets/export/index.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { paths } from './paths.ts';
import { getAnswer } from './queries.ts';
import { buildTile, isTile } from './tiles.ts';

const jsonPage = 100;

/** One page of the answer, its facets and the address of the next. */
export async function answerJson(ask: SheetAsk): Promise<Response> {
  const resolved = await resolve(ask.db, ask.reader, readQuestion(ask.url.searchParams));
  if (resolved.unknown.length) return refuse(resolved.unknown);
  const { answer, rows, apart } = await getAnswer(ask.db, ask.reader, resolved, { after: readCursor(ask.query('apres')), limit: jsonPage });
  const items = (list: typeof rows) => list.map((row) => toItem(row, ask.origin));
  const next = answer.next && ask.origin + paths.json.href({}) + toQuery(resolved.question, { apres: answer.next });
  return sendJson(buildJson({ resolved, answer, items: items(rows), apart: items(apart), next, instanceName: ask.instanceName }));
}

/** The whole answer, streamed. */
export async function answerWhole(ask: SheetAsk, format: 'csv' | 'geojson'): Promise<Response> {
  const resolved = await resolve(ask.db, ask.reader, readQuestion(ask.url.searchParams));
  if (resolved.unknown.length) return refuse(resolved.unknown);
  const asked = await askQuestion(ask.db, ask.reader, resolved);
  const response = answerFile(ask.db, ask.reader, asked, format, { origin: ask.origin, name: nameFile(resolved), instanceName: ask.instanceName });
  // Otherwise the file would be read whole to make its mark.
  response.headers.set('etag', `W/"${asked.position}-${createHash('sha1').update(ask.url.href).digest('base64url')}"`);
  return response;
}

/** A filter that means nothing would widen the answer in silence: a program is told. */
function refuse(unknown: readonly Unknown[]): Response {
  return sendJson({ error: 'unknown value', unknown: unknown.map(({ filter, value, near }) => ({ filter, value, near: near.map((one) => one.value) })) }, 400);
}

function sendJson(data: unknown, status = 200): Response {
  return new Response(JSON.stringify(data), { status, headers: { 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*' } });
}

/** `jumelles-partenariat-bordeaux`. */
function nameFile({ question }: Resolved): string {
  const said = Object.values(question).filter((value) => /^[\w-]{1,40}$/.test(value));
  return ['jumelles', ...said].join('-').toLowerCase();
}

/** One tile of the map of the answer. */
export async function answerTile(ask: SheetAsk): Promise<Response> {
  const address = { z: Number(ask.param('z')), x: Number(ask.param('x')), y: Number.parseInt(ask.param('y'), 10) };
  if (!isTile(address)) return ask.notFound();
  const resolved = await resolve(ask.db, ask.reader, readQuestion(ask.url.searchParams));
  const tile = await buildTile(ask.db, ask.reader, resolved, await askQuestion(ask.db, ask.reader, resolved), address, ask.to);
  return new Response(tile as Uint8Array<ArrayBuffer>, { headers: { 'content-type': 'application/vnd.mapbox-vector-tile' } });
}
