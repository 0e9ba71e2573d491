import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { sheetHref, type SheetAsk, type SheetFrame, type SheetPart } from '~/sheets/index.ts';
import { MarginNote, Note, Section } from '~/ui/index.ts';
import { isWriter, mayOrganiseSubject, toSubject, type Subject } from './access.ts';
import { canPrint } from './files/pdf.ts';
import { listFollowUps, type FollowUp } from './follow-ups/queries.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { listOwnWords } from './review/queries.ts';

const kinds = ['event', 'session'] as const;

interface Doors {
  subject: Subject;
  writes: boolean;
  /** Null: nobody is signed in, and may have spoken there. */
  spoke: boolean | null;
}

/** What waits, at the top: to be written, written by others, or to be read again. */
const head: SheetPart = {
  kinds, where: 'head', order: 20,
  async draw(ask, frame) {
    const doors = await findDoors(ask, frame);
    const { state } = doors.subject;
    const isAhead = frame.sheet.state !== 'held' && (frame.sheet.start === null || frame.sheet.start.value > ask.today);
    const isOver = frame.sheet.state === 'held' || (frame.sheet.start !== null && frame.sheet.start.value < ask.today);
    if (state === 'published') return null;
    if (doors.writes) return <WriteNote subject={doors.subject} ahead={isAhead} />;
    if (doors.spoke && state === 'review') return <ReviewNote subject={doors.subject} />;
    return state !== 'none' && isOver ? <UnderWay state={state} /> : null;
  },
};

const main: SheetPart = {
  kinds, where: 'main', order: 10,
  async draw(ask, frame) {
    const subject = await toSubject(ask.primary, frame.sheet);
    if (subject.state !== 'published') return null;
    const followUps = await listFollowUps(ask.db, frame.sheet.id);
    return followUps.length ? <FollowUpList list={followUps} /> : null;
  },
};

const aside: SheetPart = {
  kinds, where: 'aside', order: 20,
  async draw(ask, frame) {
    const doors = await findDoors(ask, frame);
    return doors.subject.state === 'published' ? <PublishedNote {...doors} /> : null;
  },
};

export const inside: readonly SheetPart[] = [head, main, aside];

async function findDoors(ask: SheetAsk, { sheet }: SheetFrame): Promise<Doors> {
  const subject = await toSubject(ask.primary, sheet);
  const { account } = ask.reader;
  if (!account) return { subject, writes: false, spoke: null };
  const [organises, takes, words] = await Promise.all([mayOrganiseSubject(ask.primary, ask.reader, subject), isWriter(ask.primary, ask.reader, subject), listOwnWords(ask.primary, account.id, sheet.id)]);
  return { subject, writes: organises || takes, spoke: words.length > 0 };
}

function WriteNote({ subject, ahead }: { subject: Subject; ahead: boolean }) {
  const t = useT(messages);
  const { to } = useView();
  const none = subject.state === 'none';
  return (
    <Note title={t(none ? (ahead ? 'inside.ahead' : 'inside.toWrite') : `state.${subject.state as 'draft'}`)}>
      <p>{t(none ? 'inside.toWrite.text' : subject.state === 'review' ? 'inside.review.text' : 'inside.goOn.text')}</p>
      <p><a href={to(paths.desk.href(subject.at))}>{t(none ? 'inside.write' : 'inside.goOn')}</a></p>
    </Note>
  );
}

function ReviewNote({ subject }: { subject: Subject }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Note title={t('inside.spoke')}>
      <p>{t('inside.spoke.text')}</p>
      <p><a href={to(paths.words.href(subject.at))}>{t('inside.correct')}</a></p>
    </Note>
  );
}

function UnderWay({ state }: { state: 'draft' | 'review' }) {
  const t = useT(messages);
  return <Note title={t(`inside.${state}`)}><p>{t(`inside.${state}.text`)}</p></Note>;
}

function PublishedNote({ subject, writes, spoke }: Doors) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <MarginNote title={t('inside.title')} screenOnly>
      <ul class="plain minutes-doors">
        <li>{canPrint() ? <a href={to(paths.pdf.href(subject.at))}>{t('inside.pdf')}</a> : t('inside.noPdf')}</li>
        <li><a href={to(paths.docx.href(subject.at))}>{t('inside.docx')}</a></li>
        {spoke !== false && <li><a href={to(paths.words.href(subject.at))}>{t('inside.correct')}</a></li>}
        {writes && <li><a href={to(paths.desk.href(subject.at))}>{t('inside.desk')}</a></li>}
      </ul>
    </MarginNote>
  );
}

function FollowUpList({ list }: { list: readonly FollowUp[] }) {
  const t = useT(messages);
  const { to, lang } = useView();
  const day = (iso: string) => <time dateTime={iso}>{formatDay(lang, iso, { dateStyle: 'long' })}</time>;
  return (
    <div class="minutes">
      {(['decision', 'follow-up'] as const).map((kind) => {
        const items = list.filter((one) => one.kind === kind);
        return items.length > 0 && (
          <Section key={kind} id={kind === 'decision' ? 'decisions' : 'suites'} title={t(`inside.${kind}`)}>
            <ul class="plain minutes-list">
              {items.map((one) => (
                <li key={one.id}>
                  <p lang="fr">{one.text}</p>
                  {(one.owner || one.due) && (
                    <p class="hint">
                      {one.owner && <>{t('inside.owner')} {one.body ? <a href={to(sheetHref(one.body.kind, one.body.slug))} lang="fr">{one.owner}</a> : <span lang="fr">{one.owner}</span>}</>}
                      {one.due && <>{one.owner && ' · '}{t('inside.due')} {day(one.due)}</>}
                      {one.doneAt && <> · {t('inside.done')}</>}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
    </div>
  );
}
