import { translator } from '~/platform/i18n/index.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import type { Writing } from '../access.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { openMinutes, updateSpeakers } from './commands.ts';
import { readWritten, saidField } from './form.ts';
import { TextsPage } from './pages/texts.tsx';
import { getDraft, type Draft, type Part, type Speech } from './queries.ts';
import { removeAsides, updateTexts, type Saved } from './texts.ts';

interface Texts {
  draft: Draft;
  /** Null: what is said outside of any part. */
  part: Part | null;
  speeches: Speech[];
}

async function findTexts(ask: SheetAsk, writing: Writing, id: string | null | undefined): Promise<Texts | undefined> {
  const draft = await getDraft(ask.primary, ask.reader, writing.sheet.id);
  const part = id === null ? null : draft.parts.find((one) => one.id === id);
  if (part === undefined) return undefined;
  const asked = new Set(ask.query('prise') ? [ask.query('prise')] : []);
  return { draft, part, speeches: draft.speeches.filter((one) => one.part === (part?.position ?? null) || asked.has(one.id)) };
}

export async function showTexts(ask: SheetAsk, writing: Writing, id: string | null | undefined): Promise<Response> {
  const texts = await findTexts(ask, writing, id);
  return texts ? ask.page(<TextsPage writing={writing} {...texts} />) : ask.notFound();
}

/** Saved whole, or drawn again with both texts side by side. A script that saves by itself is told in few words. */
export async function writeTexts(ask: SheetAsk, writing: Writing, id: string | null | undefined): Promise<Response> {
  const texts = await findTexts(ask, writing, id);
  if (!texts) return ask.notFound();
  const { part, draft } = texts;
  const form = await ask.form();
  const written = readWritten(form, part, draft.speeches);
  const quiet = ask.hono.req.header('accept') === 'application/json';
  const typed = Object.fromEntries(Object.entries(form.values).map(([name, list]) => [name, list[0] ?? '']));
  if (written.faults.length) {
    return quiet ? answerQuietly(null) : ask.page(<TextsPage writing={writing} {...texts} typed={typed} faults={written.faults} />, { status: 422 });
  }
  const known = new Set(draft.speeches.map((one) => one.id));
  const saved = await ask.primary.transaction().execute(async (tx): Promise<Saved | null> => {
    if ((await openMinutes(tx, ask.actor, writing)) === 'published') return null;
    if (part) await updateSpeakers(tx, writing.sheet.id, part.id, written.speakers.before.filter((one) => known.has(one)), written.speakers.after.filter((one) => known.has(one)));
    const result = await updateTexts(tx, ask.actor, writing.sheet.id, [...(written.part ? [written.part] : []), ...written.speeches], { keepAside: !quiet });
    if (!quiet) await removeAsides(tx, writing.sheet.id, written.merged);
    return result;
  });
  if (!saved) return ask.notFound();
  if (quiet) return answerQuietly(saved, part?.id);
  if (saved.clashes.length) {
    const now = await findTexts(ask, writing, id);
    return ask.page(<TextsPage writing={writing} {...(now ?? texts)} typed={typed} clashes={saved.clashes} />, { status: 422 });
  }
  const said = translator(messages, ask.lang)('texts.saved');
  if (form.text('ensuite') === 'rester') return ask.done(id ? paths.part.href({ ...writing.at, id }) : paths.speeches.href(writing.at), said);
  return ask.done(paths.desk.href(writing.at), said);
}

/** `fields`: what the form should now show, by the names of its fields, so that the next save starts from it. */
function answerQuietly(saved: Saved | null, partId?: string): Response {
  const fields = Object.fromEntries(Object.entries(saved?.texts ?? {}).flatMap(([unit, texts]) => Object.entries(texts).map(([name, text]) => [unit === partId ? name : saidField(unit), text])));
  const status = saved ? (saved.clashes.length ? 409 : 200) : 422;
  return new Response(JSON.stringify({ versions: saved?.versions ?? {}, fields }), { status, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } });
}
