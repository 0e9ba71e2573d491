import { readPageNumber } from '~/platform/http/page-number.ts';
import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { isId } from '~/platform/db/index.ts';
import type { Body, SheetAsk } from '~/sheets/index.ts';
import { addContacts, createList, findKnown, removeContact, removeList, updateContact } from './commands.ts';
import { readOrigin, readWords, type Fault } from './form.ts';
import { listInvitations } from './invitations/queries.ts';
import { parseLines } from './lines.ts';
import { messages } from './messages.ts';
import { ContactPage, PastePage, type Fate, type PastePageProps } from './pages/contact.tsx';
import { ListPage, ListsPage, type ListsPageProps } from './pages/lists.tsx';
import { paths } from './paths.ts';
import { findContact, findList, listContacts, listLists } from './queries.ts';
import { bodyOf } from './rules.ts';

export const say = (ask: SheetAsk) => translator(messages, ask.lang);
export const pageAsked = (ask: SheetAsk) => readPageNumber(ask.query('page'), 400);

/** For the body that one acts for; for whoever acts for none, nothing is there. */
export const ofBody = (handle: (ask: SheetAsk, body: Body) => Response | Promise<Response>) => (ask: SheetAsk) => {
  const body = bodyOf(ask.reader);
  return body ? handle(ask, body) : ask.notFound();
};

async function drawLists(ask: SheetAsk, body: Body, refused: Pick<ListsPageProps, 'typed' | 'fault'> = {}) {
  const page = pageAsked(ask);
  const [lists, { contacts, total }, sent] = await Promise.all([listLists(ask.primary, body.id), listContacts(ask.primary, body.id, { page }), listInvitations(ask.primary, body.id)]);
  return ask.page(<ListsPage body={body} lists={lists} contacts={contacts} total={total} sent={sent} page={page} {...refused} />, refused.fault ? { status: 422 } : {});
}

const noWords = { mail: '', name: '', function: '', organisation: '', note: '' };
const chosenOf = (ask: SheetAsk) => [ask.query('liste')].filter((id): id is string => id !== undefined && isId(id));

async function readText(sent: File | undefined): Promise<string> {
  if (!sent || sent.size > 2_000_000) return '';
  const bytes = await sent.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // what Excel writes on a French Windows
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

async function paste(ask: SheetAsk, body: Body): Promise<Response> {
  const form = await ask.form();
  const text = (await readText(form.file('fichier'))).replace(/\r\n?/g, '\n').replaceAll('\0', '') || form.text('lignes');
  const { typed, from, faults } = readOrigin(form, ask.today);
  const { lines, more, unread } = parseLines(text);
  if (lines.length === 0) faults.push('lines');
  const lists = await listLists(ask.primary, body.id);
  const chosen = form.list('liste').filter(isId);
  const draw = (props: Pick<PastePageProps, 'dry' | 'faults'>) => ask.page(<PastePage text={text} typed={typed} lists={lists} chosen={chosen} {...props} />, props.faults?.length ? { status: 422 } : {});
  if (faults.length > 0) return draw({ faults });
  const { known, refused } = await findKnown(ask.primary, body.id, lines.filter((line) => !line.fault).map((line) => line.words.mail));
  const fates = lines.map((line): Fate => {
    const mail = line.words.mail.toLowerCase();
    return { line, fate: line.fault ?? (refused.has(mail) ? 'refused' : line.twice ? 'twice' : known.has(mail) ? 'known' : 'new') };
  });
  const good = fates.filter(({ fate }) => fate === 'new' || fate === 'known');
  if (form.text('geste') !== 'enregistrer' || good.length === 0) return draw({ dry: { fates, good: good.length, unread, more } });
  const written = await ask.primary.transaction().execute((tx) => addContacts(tx, ask.actor, body.id, good.map(({ line }) => line.words), from, chosen));
  if (typeof written.refused === 'string') return draw({ faults: [written.refused] });
  const bad = fates.filter(({ line }) => line.fault);
  const done = say(ask)('done.pasted', { added: written.added, completed: 'completed' in written ? written.completed : 0 });
  // The others come back, to be corrected.
  if (bad.length > 0) return ask.page(<PastePage text={bad.map(({ line }) => Object.values(line.words).filter(Boolean).join(' ; ')).join('\n')} typed={typed} lists={lists} chosen={chosen} dry={{ fates: bad, good: 0, unread: [], more: false }} done={done} />);
  return ask.done(paths.lists.href({}), done);
}

async function save(ask: SheetAsk, body: Body, id: string | null): Promise<Response> {
  const form = await ask.form();
  const { words, faults: wordFaults } = readWords(form);
  const { typed, from, faults: originFaults } = readOrigin(form, ask.today);
  const chosen = form.list('liste').filter(isId);
  const faults: Fault[] = [...wordFaults, ...originFaults];
  if (faults.length === 0) {
    const fault = await ask.primary.transaction().execute(async (tx): Promise<Fault | null> => {
      if (id) return (await updateContact(tx, ask.actor, body.id, id, { ...words, ...from }, chosen)) === 'taken' ? 'taken' : null;
      const written = await addContacts(tx, ask.actor, body.id, [words], from, chosen);
      return typeof written.refused === 'string' ? written.refused : written.refused > 0 ? 'refused' : null;
    });
    if (!fault) return ask.done(paths.lists.href({}), say(ask)('done.contact'));
    faults.push(fault);
  }
  return ask.page(<ContactPage id={id} words={words} typed={typed} lists={await listLists(ask.primary, body.id)} chosen={chosen} faults={faults} />, { status: 422 });
}

export const listRoutes = [
  get(paths.lists, { who: 'member' }, ofBody((ask, body) => drawLists(ask, body))),
  post(paths.createList, { who: 'member' }, ofBody(async (ask, body) => {
    const typed = (await ask.form()).text('nom');
    if (!typed || typed.length > 100) return drawLists(ask, body, { typed, fault: typed ? 'name.long' : 'name.missing' });
    const made = await ask.primary.transaction().execute((tx) => createList(tx, ask.actor, body.id, typed));
    return 'refused' in made ? drawLists(ask, body, { typed, fault: made.refused }) : ask.done(paths.list.href({ id: made.id }), say(ask)('done.list'));
  })),
  get(paths.list, { who: 'member' }, ofBody(async (ask, body) => {
    const list = await findList(ask.primary, body.id, ask.param('id'));
    if (!list) return ask.notFound();
    const page = pageAsked(ask);
    return ask.page(<ListPage list={list} {...(await listContacts(ask.primary, body.id, { listId: list.id, page }))} page={page} />);
  })),
  post(paths.removeList, { who: 'member' }, ofBody(async (ask, body) => {
    const id = ask.param('id');
    const done = isId(id) && (await ask.primary.transaction().execute((tx) => removeList(tx, ask.actor, body.id, id)));
    return done ? ask.done(paths.lists.href({}), say(ask)('done.listRemoved')) : ask.notFound();
  })),
  get(paths.create, { who: 'member' }, ofBody(async (ask, body) =>
    ask.page(<ContactPage id={null} words={noWords} typed={{ origin: '', basis: '', basisOn: ask.today }} lists={await listLists(ask.primary, body.id)} chosen={chosenOf(ask)} />))),
  post(paths.create, { who: 'member' }, ofBody((ask, body) => save(ask, body, null))),
  get(paths.paste, { who: 'member' }, ofBody(async (ask, body) =>
    ask.page(<PastePage text="" typed={{ origin: '', basis: '', basisOn: ask.today }} lists={await listLists(ask.primary, body.id)} chosen={chosenOf(ask)} />))),
  post(paths.paste, { who: 'member', maxBytes: 3_000_000 }, ofBody(paste)),
  get(paths.contact, { who: 'member' }, ofBody(async (ask, body) => {
    const contact = await findContact(ask.primary, body.id, ask.param('id'));
    return contact ? ask.page(<ContactPage id={contact.id} words={contact} typed={contact} lists={await listLists(ask.primary, body.id)} chosen={contact.lists} />) : ask.notFound();
  })),
  post(paths.contact, { who: 'member' }, ofBody(async (ask, body) => ((await findContact(ask.primary, body.id, ask.param('id'))) ? save(ask, body, ask.param('id')) : ask.notFound()))),
  post(paths.remove, { who: 'member' }, ofBody(async (ask, body) => {
    const id = ask.param('id');
    const done = isId(id) && (await ask.primary.transaction().execute((tx) => removeContact(tx, ask.actor, body.id, id)));
    return done ? ask.done(paths.lists.href({}), say(ask)('done.removed')) : ask.notFound();
  })),
];
