import type { Read } from '~/platform/db/index.ts';
import { getMinutes, type Minutes, type RoleShown } from '~/modules/meetings/index.ts';
import type { Speaker } from '~/modules/people/index.ts';
import { formatDay, formatPartialDate, translator } from '~/platform/i18n/index.ts';
import { anonymous, getFrame, labelOfType, sheetHref, type SheetSummary } from '~/sheets/index.ts';
import { listFollowUps, type FollowUp } from '../follow-ups/queries.ts';
import { messages } from '../messages.ts';
import { dayOf, findWrongDays } from '../rules.ts';

/** What a file of minutes holds, already in words: both forms of it say exactly this. */
export interface Printed {
  title: string;
  /** ISO day of the minutes, for the file's own date. */
  date: string | null;
  lines: string[];
  sections: PrintedSection[];
  footer: string;
}

export interface PrintedSection {
  title: string;
  /** Under the section before: a workshop under « Restitution des ateliers ». */
  level: 1 | 2;
  paragraphs: string[];
  speeches: { who: string; functions: string[]; marks: string[]; said: string; silent: boolean; doubts: string[] }[];
  items: string[];
}

const t = translator(messages, 'fr');

/**
 * The minutes as everybody may read them: names by the rule of public pages, whoever asks for the file, since a file goes
 * further than a page. In French, like the text.
 */
export async function buildPrinted(db: Read, sheet: SheetSummary, { origin, instanceName }: { origin: string; instanceName: string }): Promise<Printed | undefined> {
  const minutes = await getMinutes(db, anonymous, sheet.id);
  if (!minutes.isPublished) return undefined;
  const [session, followUps, frame] = await Promise.all([
    db.selectFrom('meeting_sessions').innerJoin('sheets', 'sheets.id', 'meeting_id').select(['sheets.title', 'conclusion', 'announced', 'day_written']).where('meeting_sessions.sheet_id', '=', sheet.id).executeTakeFirst(),
    listFollowUps(db, sheet.id), getFrame(db, anonymous, sheet),
  ]);
  const bodies = frame.outgoing.filter(({ role }) => role === 'organiser').map(({ title }) => title);
  const lines = [
    labelOfType(sheet.kind, sheet.type, 'fr') ?? '', session?.title ?? '', sheet.start ? formatPartialDate('fr', sheet.start, { weekday: true }) : t('file.noDate'),
    bodies.length ? t('file.organisers', { list: bodies.join(', ') }) : '',
    minutes.publishedAt ? t('file.published', { day: formatDay('fr', dayOf(minutes.publishedAt), { dateStyle: 'long' }), by: minutes.publishedBy ?? '' }) : '',
  ].filter(Boolean);
  const printed = [
    plain('', [sheet.summary ?? '']), ...(session?.announced ? [plain(t('file.announced'), [session.announced])] : []),
    ...listSections(minutes), ...(session?.conclusion ? [plain(t('nature.conclusion'), [session.conclusion])] : []),
    ...listDecisions(followUps), ...listDoubts(minutes, session?.day_written ?? null), ...listNotes(minutes),
  ].filter((one) => one.paragraphs.length || one.speeches.length || one.items.length || one.level === 1 && one.title === t('workshops.title'));
  return { title: sheet.title, date: minutes.publishedAt ? dayOf(minutes.publishedAt) : sheet.start?.precision === 'day' ? sheet.start.value : null, lines, sections: printed, footer: t('file.footer', { instance: instanceName, address: origin + sheetHref(sheet.kind, sheet.slug) }) };
}

const plain = (title: string, paragraphs: string[], items: string[] = []): PrintedSection => ({ title, level: 1, paragraphs: paragraphs.filter(Boolean), speeches: [], items });

/** In the order of the page: who opens, chairs and leads, the parts, the workshops together, who is listed and in no part. */
function listSections(minutes: Minutes): PrintedSection[] {
  const { parts, roles } = minutes;
  const free = roles.filter((role) => role.part === null);
  const inParts = free.length < roles.length;
  const before = (['opening', 'chair', 'moderator', 'speaker', 'closing'] as const).flatMap((name) => {
    const list = free.filter((role) => role.role === name && !(inParts && name === 'speaker'));
    return list.length ? [{ ...plain(t(`role.${name}`), []), speeches: list.map(toSpeech) }] : [];
  });
  const others = inParts ? free.filter((role) => role.role === 'speaker') : [];
  const toSection = (part: Minutes['parts'][number], level: 1 | 2): PrintedSection => ({
    title: part.title, level, items: part.items, speeches: roles.filter((role) => role.part === part.position).map(toSpeech),
    paragraphs: [
      [part.room && t('workshop.room', { room: part.room }), part.facilitator && t('workshop.facilitator', { who: part.facilitator }), part.participants !== null && t('workshop.people', { n: part.participants })].filter(Boolean).join(' · '),
      ...(part.text ?? '').split(/\n+/),
    ].filter(Boolean),
  });
  const of = (...natures: string[]) => parts.filter((part) => natures.includes(part.nature));
  const workshops = of('workshop');
  return [
    ...of('summary').map((part) => toSection(part, 1)), ...before, ...of('part').map((part) => toSection(part, 1)),
    ...(workshops.length ? [plain(t('workshops.title'), []), ...workshops.map((part) => toSection(part, 2))] : []),
    ...(others.length ? [{ ...plain(t('role.others'), []), speeches: others.map(toSpeech) }] : []),
    ...of('conclusion').map((part) => toSection(part, 1)),
  ];
}

function toSpeech(role: RoleShown): PrintedSection['speeches'][number] {
  return {
    who: nameOf(role.speaker), functions: [role.speaker, ...role.speaker.others].map((held) => (held.body ? `${held.function}, ${held.body}` : held.function)),
    marks: [role.video && t('role.video'), role.replaces && t('role.replaces', { whom: role.replaces }), role.topic && t('role.topic', { topic: role.topic })].filter((one) => typeof one === 'string'),
    said: role.reported ?? t('silent'), silent: role.reported === null, doubts: role.remarks.map((text) => t('file.doubt', { text })),
  };
}

const nameOf = (speaker: Speaker) => speaker.name ?? t(speaker.isWithheld ? 'file.withheld' : 'file.unnamed');

function listDecisions(list: readonly FollowUp[]): PrintedSection[] {
  const line = (one: FollowUp) => t('followUps.printed', { text: one.text, who: one.owner ?? '', known: one.owner ? 'yes' : 'no', dated: one.due ? 'yes' : 'no', day: one.due ? formatDay('fr', one.due, { dateStyle: 'long' }) : '' });
  return (['decision', 'follow-up'] as const).map((kind) => plain(t(`inside.${kind}`), [], list.filter((one) => one.kind === kind).map(line)));
}

function listDoubts(minutes: Minutes, dayWritten: string | null): PrintedSection[] {
  return [plain(t('file.doubts'), [...minutes.remarks, ...(dayWritten && minutes.remarks.length === 0 ? weekdayDoubt(dayWritten) : [])])];
}

function weekdayDoubt(written: string): string[] {
  return findWrongDays(written).map(({ day }) => t('days.one', { written, day: formatDay('fr', day, { dateStyle: 'long' }), real: formatDay('fr', day, { weekday: 'long' }) }));
}

function listNotes(minutes: Minutes): PrintedSection[] {
  return minutes.notes.map((note) => {
    const role = minutes.roles.find(({ position }) => position === note.role);
    const about = role ? [role.speaker.name, role.speaker.function].filter(Boolean).join(', ') : minutes.parts.find(({ position }) => position === note.part)?.title;
    const head = t(`file.${note.kind}`, { day: formatDay('fr', note.dated, { dateStyle: 'long' }), signed: note.signed ?? '', by: note.signed ? 'yes' : 'no' });
    return plain(head, [about ? t('file.about', { about }) : '', note.text]);
  });
}
