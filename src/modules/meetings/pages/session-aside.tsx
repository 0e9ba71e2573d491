import { useT, useView } from '~/platform/i18n/index.ts';
import { linked, sheetHref, type LinkedSheet, type SheetFrame } from '~/sheets/index.ts';
import { MarginNote } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Minutes } from '../minutes-queries.ts';
import type { SessionDetail } from '../queries.ts';
import { MinutesNotes } from './minutes-notes.tsx';

export interface SessionPageProps {
  frame: SheetFrame;
  session: SessionDetail;
  minutes: Minutes;
}

/** Notes added since, beside a text that is not altered; then what the minutes cite. */
export function SessionAside({ frame, session, minutes }: SessionPageProps) {
  const t = useT(messages);
  const { to } = useView();
  const noted = session.programme.filter((one) => one.notes > 0 && one.id !== frame.sheet.id);
  return (
    <>
      <MinutesNotes minutes={minutes} />
      <Cited title={t('cited.group')} list={linked(frame.outgoing, 'group')} />
      <Cited title={t('cited.partnerships')} list={linked(frame.outgoing, 'partnership')} />
      <Cited title={t('cited.laws')} list={linked(frame.outgoing, 'law')} />
      {noted.length > 0 && (
        <MarginNote title={t('elsewhere.title')}>
          <ul class="plain">
            {noted.map((one) => (
              <li key={one.id}>
                <a href={to(paths.session.href({ slug: one.slug }))}>{t('elsewhere.read', { n: one.number })}</a>, <span lang="fr">{one.title}</span>
              </li>
            ))}
          </ul>
        </MarginNote>
      )}
    </>
  );
}

function Cited({ title, list }: { title: string; list: LinkedSheet[] }) {
  const { to } = useView();
  if (!list.length) return null;
  return (
    <MarginNote title={title}>
      <ul class="plain" lang="fr">
        {list.map((one) => (
          <li key={one.id}>
            <a href={to(sheetHref(one.kind, one.slug))}>{one.title}</a>
          </li>
        ))}
      </ul>
    </MarginNote>
  );
}
