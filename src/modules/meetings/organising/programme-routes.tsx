import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import type { FormError } from '~/ui/index.ts';
import { doOverlap } from '../registration/rules.ts';
import { simplify } from '../rules.ts';
import { createSessions } from './commands.ts';
import { messages } from './messages.ts';
import { ProgrammePage } from './pages/programme.tsx';
import { SpeakersPage } from './pages/speakers.tsx';
import { paths } from './paths.ts';
import { findBearers, listSpoken, type Match, type Spoken } from './people.ts';
import { findOrganised, listRoles, type Organised } from './queries.ts';
import { boundsOf, listKept, parseProgramme, type Fault, type ProgrammeLine, type Warning } from './rules.ts';
import { addSpeakers } from './speaker-commands.ts';
import { parseSpeakers, type SpeakerLine } from './speaker-lines.ts';

const mostCharacters = 60_000;
const say = (ask: SheetAsk) => translator(messages, ask.lang);

/** What lines would do beside what is already there. */
function checkProgramme({ sheet, sessions }: Organised, text: string): ProgrammeLine[] {
  const seen = new Set(sessions.map(({ number }) => number));
  return parseProgramme(text, boundsOf(sheet)).map((line) => {
    const known = sessions.some((one) => one.title === line.title.slice(0, 150) && one.day === line.day);
    const taken = line.number !== null && seen.has(line.number) && !known;
    if (line.number !== null) seen.add(line.number);
    return { ...line, warnings: [...line.warnings, ...(known ? ['known' as const] : []), ...(taken ? ['number' as const] : [])] };
  });
}

/** A dry run first; written when it is asked, and when what is doubtful was seen. */
function readGesture(ask: SheetAsk, form: { text(name: string): string }, lines: readonly { faults: readonly Fault[]; warnings: readonly Warning[] }[]): { isWriting: boolean; errors: FormError[] } {
  if (form.text('lignes').length > mostCharacters) return { isWriting: false, errors: [{ name: 'lignes', message: say(ask)('programme.long', { most: mostCharacters }) }] };
  if (lines.length === 0) return { isWriting: false, errors: [{ name: 'lignes', message: say(ask)('programme.empty') }] };
  const good = listKept(lines);
  const isAsked = form.text('geste') === 'ecrire' && good.length > 0;
  const isDoubtful = good.some((one) => one.warnings.length > 0) && form.text('garder') !== '1';
  return { isWriting: isAsked && !isDoubtful, errors: isAsked && isDoubtful ? [{ name: 'garder', message: say(ask)('programme.keep.needed') }] : [] };
}

async function saveProgramme(ask: SheetAsk): Promise<Response> {
  const found = await findOrganised(ask);
  if (!found) return ask.notFound();
  const form = await ask.form();
  const text = form.text('lignes');
  const lines = text.length > mostCharacters ? [] : checkProgramme(found, text);
  const { isWriting, errors } = readGesture(ask, form, lines);
  if (!isWriting) return ask.page(<ProgrammePage {...found} text={text} lines={lines.length > 0 ? lines : null} errors={errors} />, { status: errors.length ? 422 : 200 });
  const { sheet } = found;
  const n = await ask.primary.transaction().execute((tx) => createSessions(tx, ask.actor, { meetingId: sheet.id, slug: sheet.slug, state: sheet.state }, lines));
  return ask.done(paths.programme.href({ slug: sheet.slug }), say(ask)('programme.done', { n }));
}

type CheckedSpeaker = SpeakerLine & { known: string | null };

/** Who is known already, who is in the programme already, and who would speak twice at the same moment. */
async function checkSpeakers(ask: SheetAsk, { sheet, sessions }: Organised, text: string): Promise<CheckedSpeaker[]> {
  const lines = parseSpeakers(text, sessions);
  const [bearers, spoken] = await Promise.all([findBearers(ask.primary, sheet.id, lines.map(({ name }) => name)), listSpoken(ask.primary, sheet.id)]);
  return lines.map((line) => {
    const matches = line.name ? (bearers.get(line.name) ?? []) : [];
    const here = sessions.find(({ number }) => number === line.session);
    const isHere = spoken.some((one) => one.sessionId === here?.id && one.role === line.role && one.video === line.video && isSame(one, line, matches));
    const isTwice = line.name !== '' && here !== undefined && lines.some((other) => {
      const there = other !== line && simplify(other.name) === simplify(line.name) ? sessions.find(({ number }) => number === other.session) : undefined;
      return there !== undefined && there.id !== here.id && doOverlap(here, there);
    });
    return { ...line, known: matches.length === 1 ? (matches[0]!.name ?? line.name) : null, warnings: [...line.warnings, ...(isHere ? ['known' as const] : []), ...(isTwice ? ['overlap' as const] : [])] };
  });
}

/** Somebody who is not named is known by their function only. */
function isSame(one: Spoken, line: SpeakerLine, matches: readonly Match[]): boolean {
  return line.name ? matches.some(({ personId }) => personId === one.personId) : !one.isNamed && simplify(one.function) === simplify(line.function);
}

async function drawSpeakers(ask: SheetAsk, found: Organised, text: string, lines: CheckedSpeaker[] | null, errors: FormError[] = []): Promise<Response> {
  const roles = await listRoles(ask.primary, ask.reader, found.sessions.map(({ id }) => id));
  return ask.page(<SpeakersPage {...found} roles={roles} text={text} lines={lines} errors={errors} />, { status: errors.length ? 422 : 200 });
}

async function saveSpeakers(ask: SheetAsk): Promise<Response> {
  const found = await findOrganised(ask);
  if (!found) return ask.notFound();
  const form = await ask.form();
  const text = form.text('lignes');
  const lines = text.length > mostCharacters ? [] : await checkSpeakers(ask, found, text);
  const { isWriting, errors } = readGesture(ask, form, lines);
  if (!isWriting) return drawSpeakers(ask, found, text, lines.length > 0 ? lines : null, errors);
  const n = await ask.primary.transaction().execute((tx) => addSpeakers(tx, ask.actor, found.sheet.id, found.sessions, lines));
  return ask.done(paths.speakers.href({ slug: found.sheet.slug }), say(ask)('speakers.done', { n }));
}

export const routes = [
  get(paths.programme, { who: 'editor' }, async (ask: SheetAsk) => {
    const found = await findOrganised(ask);
    return found ? ask.page(<ProgrammePage {...found} text="" lines={null} errors={[]} />) : ask.notFound();
  }),
  post(paths.programme, { who: 'editor' }, saveProgramme),
  get(paths.speakers, { who: 'editor' }, async (ask: SheetAsk) => {
    const found = await findOrganised(ask);
    return found ? drawSpeakers(ask, found, '', null) : ask.notFound();
  }),
  post(paths.speakers, { who: 'editor' }, saveSpeakers),
];
