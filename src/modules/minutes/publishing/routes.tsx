import { readDate } from '~/platform/dates/typed.ts';
import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { sheetHref, type SheetAsk } from '~/sheets/index.ts';
import { findOpenWriting, findOrganising, type Writing } from '../access.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { findWrongDays, most } from '../rules.ts';
import { getDraft, type Draft } from '../writing/queries.ts';
import { drawDesk } from '../writing/routes.tsx';
import { publishMinutes } from './commands.ts';
import { addErratum, addNote } from './notes.ts';
import { NotesPage, type NotesFault, type TypedNote } from './pages/notes.tsx';

const t = (ask: SheetAsk) => translator(messages, ask.lang);

async function publish(ask: SheetAsk): Promise<Response> {
  const writing = await findOpenWriting(ask);
  if (!writing?.organises) return ask.notFound();
  const keepDays = (await ask.form()).text('garder') === '1';
  const refused = await ask.primary.transaction().execute((tx) => publishMinutes(tx, ask.actor, writing, { keepDays, today: ask.today, now: ask.now }));
  if (refused) return drawDesk(ask, writing, { on: refused === 'days' ? 'garder' : 'publication', code: `publish.${refused}` });
  return ask.done(sheetHref(writing.sheet.kind, writing.sheet.slug), t(ask)('publish.done'));
}

async function findPublished(ask: SheetAsk): Promise<Writing | undefined> {
  const writing = await findOrganising(ask);
  return writing?.state === 'published' ? writing : undefined;
}

async function drawNotes(ask: SheetAsk, writing: Writing, typed: TypedNote, faults: NotesFault[] = [], draft?: Draft): Promise<Response> {
  return ask.page(<NotesPage writing={writing} draft={draft ?? (await getDraft(ask.primary, ask.reader, writing.sheet.id))} typed={typed} faults={faults} />, { status: faults.length ? 422 : 200 });
}

async function write(ask: SheetAsk): Promise<Response> {
  const writing = await findPublished(ask);
  if (!writing) return ask.notFound();
  const form = await ask.form();
  const draft = await getDraft(ask.primary, ask.reader, writing.sheet.id);
  const typed = { kind: form.text('sorte'), about: form.text('passage'), text: form.text('note'), dated: form.text('date') };
  const dated = readDate(typed.dated);
  const [wrong] = findWrongDays(typed.text);
  const faults: NotesFault[] = [];
  if (typed.kind !== 'note' && typed.kind !== 'erratum') faults.push({ name: 'sorte', code: 'note.kind' });
  if (!typed.text || typed.text.length > most.note) faults.push({ name: 'note', code: typed.text ? 'note.long' : 'note.missing' });
  else if (wrong) faults.push({ name: 'note', code: 'weekday', day: wrong });
  if (dated?.precision !== 'day' || dated.value > ask.today) faults.push({ name: 'date', code: 'note.date' });
  if (faults.length) return drawNotes(ask, writing, typed, faults, draft);
  const input = { text: typed.text, dated: dated!.value };
  const about = { roleId: draft.speeches.find(({ id }) => id === typed.about)?.id, partId: draft.parts.find(({ id }) => id === typed.about)?.id };
  await ask.primary.transaction().execute((tx) => (typed.kind === 'note' ? addNote(tx, ask.actor, writing.sheet, input) : addErratum(tx, ask.actor, writing.sheet, { ...input, ...about })));
  return ask.done(sheetHref(writing.sheet.kind, writing.sheet.slug), t(ask)(typed.kind === 'note' ? 'note.added' : 'erratum.added'));
}

export const routes = [
  post(paths.publication, { who: 'account' }, publish),
  get(paths.notes, { who: 'account' }, async (ask: SheetAsk) => {
    const writing = await findPublished(ask);
    return writing ? drawNotes(ask, writing, { kind: 'note', about: '', text: '', dated: ask.today }) : ask.notFound();
  }),
  post(paths.notes, { who: 'account' }, write),
];
