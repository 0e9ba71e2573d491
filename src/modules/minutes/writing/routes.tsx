import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { findAccountByMail, parseMail } from '~/modules/accounts/index.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { findOpenWriting, findOrganising, findWriting, idIn, type Writing } from '../access.ts';
import { listFollowUps, listOwners } from '../follow-ups/queries.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { getReview } from '../review/queries.ts';
import { codeOfNature, findNature, most } from '../rules.ts';
import { addPart, addWriter, removePart, removeWriter, updateOrder } from './commands.ts';
import type { DeskFault } from './desk.ts';
import { DeskPage } from './pages/desk.tsx';
import { getDraft, listAuthors, listColleagues, listWriters } from './queries.ts';
import { showTexts, writeTexts } from './answer.tsx';

const t = (ask: SheetAsk) => translator(messages, ask.lang);

export async function drawDesk(ask: SheetAsk, writing: Writing, fault?: DeskFault): Promise<Response> {
  const { sheet, meetingId } = writing;
  const db = ask.primary;
  const [draft, followUps, owners, writers, colleagues, authors, review] = await Promise.all([
    getDraft(db, ask.reader, sheet.id), listFollowUps(db, sheet.id), listOwners(db, ask.reader, writing), listWriters(db, sheet.id),
    writing.organises ? listColleagues(db, meetingId, ask.reader.account!.id) : [], listAuthors(db, sheet.id), getReview(db, sheet.id),
  ]);
  return ask.page(<DeskPage {...{ writing, draft, followUps, owners, writers, colleagues, authors, review, fault }} />, { status: fault ? 422 : 200 });
}

/** One draft at a time, for whoever may still write it. */
function withDraft(handle: (ask: SheetAsk, writing: Writing) => Promise<Response>) {
  return async (ask: SheetAsk): Promise<Response> => {
    const writing = await findOpenWriting(ask);
    return writing ? handle(ask, writing) : ask.notFound();
  };
}

export const routes = [
  get(paths.desk, { who: 'account' }, async (ask: SheetAsk) => {
    const writing = await findWriting(ask);
    return writing ? drawDesk(ask, writing) : ask.notFound();
  }),
  post(paths.parts, { who: 'account' }, withDraft(async (ask, writing) => {
    const form = await ask.form();
    const nature = findNature(form.text('nature')) ?? 'part';
    const title = form.text('titre') || (nature === 'summary' || nature === 'conclusion' ? t(ask)(`nature.${nature}`) : '');
    if (!title || title.length > most.title) return drawDesk(ask, writing, { on: 'titre', code: title ? 'title.long' : 'title.missing', typed: { nature: codeOfNature(nature), titre: title } });
    const id = await ask.primary.transaction().execute((tx) => addPart(tx, ask.actor, writing, { nature, title }));
    return id === 'published' ? ask.notFound() : ask.redirect(ask.to(paths.part.href({ ...writing.at, id })));
  })),
  get(paths.part, { who: 'account' }, withDraft((ask, writing) => showTexts(ask, writing, idIn(ask)))),
  post(paths.part, { who: 'account' }, withDraft((ask, writing) => writeTexts(ask, writing, idIn(ask)))),
  get(paths.speeches, { who: 'account' }, withDraft((ask, writing) => showTexts(ask, writing, null))),
  post(paths.speeches, { who: 'account' }, withDraft((ask, writing) => writeTexts(ask, writing, null))),
  post(paths.order, { who: 'account' }, withDraft(async (ask, writing) => {
    const [id, step] = [idIn(ask), (await ask.form()).text('sens') === 'haut' ? -1 : 1] as const;
    if (!id) return ask.notFound();
    await ask.primary.transaction().execute((tx) => updateOrder(tx, writing.sheet.id, id, step));
    return ask.redirect(`${ask.to(paths.desk.href(writing.at))}#partie-${id}`);
  })),
  post(paths.removePart, { who: 'account' }, withDraft(async (ask, writing) => {
    const id = idIn(ask);
    const removed = id && (await ask.primary.transaction().execute((tx) => removePart(tx, writing.sheet.id, id)));
    return removed ? ask.done(paths.desk.href(writing.at), t(ask)('part.removed')) : ask.notFound();
  })),
  post(paths.writers, { who: 'account' }, async (ask: SheetAsk) => {
    const writing = await findOrganising(ask);
    if (!writing || writing.state === 'published') return ask.notFound();
    const form = await ask.form();
    const [chosen, typed] = [form.text('personne'), form.text('courriel')];
    const colleagues = await listColleagues(ask.primary, writing.meetingId, ask.reader.account!.id);
    const mail = parseMail(typed);
    const id = colleagues.find((one) => one.id === chosen)?.id ?? (mail ? (await findAccountByMail(ask.primary, mail))?.id : undefined);
    if (!id && !mail) return drawDesk(ask, writing, { on: 'courriel', code: typed ? 'mail.wrong' : 'writer.missing', typed: { courriel: typed } });
    if (id) await ask.primary.transaction().execute((tx) => addWriter(tx, ask.actor, writing, id));
    // The same sentence whether an account has this address or not: nobody learns who has one.
    return ask.done(paths.desk.href(writing.at), t(ask)(chosen && id ? 'writer.added' : 'writer.asked'));
  }),
  post(paths.removeWriter, { who: 'account' }, async (ask: SheetAsk) => {
    const [writing, id] = [await findOrganising(ask), idIn(ask)];
    if (!writing || !id) return ask.notFound();
    await ask.primary.transaction().execute((tx) => removeWriter(tx, ask.actor, writing.sheet.id, id));
    return ask.done(paths.desk.href(writing.at), t(ask)('writer.removed'));
  }),
];
