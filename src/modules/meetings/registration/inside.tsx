import { earliestDay } from '~/platform/dates/partial.ts';
import { useT, useView } from '~/platform/i18n/index.ts';
import { linked, sheetHref, type SheetAsk, type SheetFrame, type SheetPart } from '~/sheets/index.ts';
import { MarginNote } from '~/ui/index.ts';
import { messages as organising } from '../organising/messages.ts';
import { paths as organisingPaths } from '../organising/paths.ts';
import { mayOrganise, mayOrganiseSession } from '../organising/rights.ts';
import { RegistrationBlock } from './pages/block.tsx';
import { findOwnRegistration, getDoors } from './queries.ts';
import { isClosedState, isPast, openingOf } from './rules.ts';

/** How to come, before anything else; nothing once the meeting is over, but for who came. */
const coming: SheetPart = {
  kinds: ['event'], where: 'head', order: 10,
  async draw(ask, { sheet }) {
    const [doors, own] = await Promise.all([getDoors(ask.primary, sheet.id), ask.reader.account ? findOwnRegistration(ask.primary, ask.reader.account.id, sheet.id) : undefined]);
    const opening = openingOf(doors, sheet, ask.today);
    const isOver = isPast(sheet, ask.today);
    if (!own && (opening === 'none' || isOver)) return null;
    const isToday = sheet.start?.precision === 'day' && earliestDay(sheet.start) <= ask.today && !isOver;
    return <RegistrationBlock sheet={sheet} doors={doors} opening={opening} own={own ?? null} isSignedIn={ask.reader.account !== undefined} isToday={isToday} />;
  },
};

/** For the organisers, the way to their pages; for other members, offering to help. */
const preparing: SheetPart = {
  kinds: ['event', 'session'], where: 'aside', order: 20,
  async draw(ask, frame) {
    const { sheet } = frame;
    const isEvent = sheet.kind === 'event';
    const mine = ask.reader.account !== undefined && (await mayPrepare(ask, frame));
    const canOffer = !mine && ask.reader.kind === 'member' && !isClosedState(sheet.state) && sheet.phase === 'upcoming';
    const bodies = linked(frame.outgoing, 'coorganiser');
    if (!mine && !canOffer && !bodies.length) return null;
    const at = { slug: sheet.slug };
    const link = mine
      ? { href: (isEvent ? organisingPaths.organise : organisingPaths.session).href(at), key: isEvent ? ('organise.link' as const) : ('organise.link.session' as const) }
      : canOffer ? { href: (isEvent ? organisingPaths.volunteer : organisingPaths.volunteerSession).href(at), key: 'volunteer.link' as const } : null;
    return <Preparing bodies={bodies} link={link} />;
  },
};

async function mayPrepare({ primary, reader }: SheetAsk, { sheet }: SheetFrame): Promise<boolean> {
  if (sheet.kind === 'event') return mayOrganise(primary, reader, sheet.id);
  const row = await primary.selectFrom('meeting_sessions').select('meeting_id').where('sheet_id', '=', sheet.id).executeTakeFirst();
  return row !== undefined && mayOrganiseSession(primary, reader, { id: sheet.id, meetingId: row.meeting_id });
}

function Preparing({ bodies, link }: { bodies: ReturnType<typeof linked>; link: { href: string; key: 'organise.link' | 'organise.link.session' | 'volunteer.link' } | null }) {
  const t = useT(organising);
  const { to } = useView();
  return (
    <MarginNote title={t(bodies.length ? 'coorganisers.title' : 'organise.title')}>
      {bodies.length > 0 && (
        <ul class="plain">
          {bodies.map((body) => (
            <li key={body.id}>
              <a href={to(sheetHref(body.kind, body.slug))}>{body.title}</a>
            </li>
          ))}
        </ul>
      )}
      {link && (
        <p>
          <a href={to(link.href)}>{t(link.key)}</a>
        </p>
      )}
    </MarginNote>
  );
}

export const inside: readonly SheetPart[] = [coming, preparing];
