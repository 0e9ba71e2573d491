import type { VNode } from 'preact';
import { useT, useView } from '~/platform/i18n/index.ts';
import type { SheetPart, SpacePart } from '~/sheets/index.ts';
import { Button, MarginNote, MoreLink, Section } from '~/ui/index.ts';
import { messages } from './messages.ts';
import { ThreadLines } from './pages/lines.tsx';
import { paths } from './paths.ts';
import { listGroupThreads, listPeerQuestions, type ThreadList } from './queries.ts';
import { findStanding } from './rooms.ts';

const latest = 5;

/** In a group’s page, for its people: what was last said, and the two ways to begin. */
export const groupPart: SheetPart = {
  kinds: ['group'],
  where: 'main',
  order: 20,
  async draw({ primary, reader }, { sheet, right }): Promise<VNode | null> {
    if (!reader.account || !(await findStanding(primary, reader, sheet.id, right))) return null;
    return <GroupThreads slug={sheet.slug} list={await listGroupThreads(primary, reader, sheet.id, { size: latest })} mayWrite={!reader.account.suspended} />;
  },
};

function GroupThreads({ slug, list, mayWrite }: { slug: string; list: ThreadList; mayWrite: boolean }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Section id="discussions" title={t('part.title')} lede={t('part.private')}>
      {list.lines.length > 0 ? <ThreadLines lines={list.lines} /> : <p>{t('part.none')}</p>}
      {mayWrite && (
        <div class="actions">
          <Button href={to(paths.open.href({ slug }))}>{t('open.do')}</Button>
          <Button kind="outline" href={to(paths.open.href({ slug }, { genre: 'question' }))}>{t('ask.do')}</Button>
        </div>
      )}
      {list.total > 0 && <MoreLink href={to(paths.group.href({ slug }))}>{t('part.all', { n: list.total })}</MoreLink>}
    </Section>
  );
}

/** In « Mon espace », for members: questions that nobody has answered yet, and the way to ask. */
export const peersPart: SpacePart = {
  where: 'aside',
  order: 40,
  async draw({ primary, reader }): Promise<VNode | null> {
    if (reader.kind !== 'member') return null;
    const { lines } = await listPeerQuestions(primary, reader, { open: true, size: 3 });
    return <PeerQuestions lines={lines} mayWrite={!reader.account!.suspended} />;
  },
};

function PeerQuestions({ lines, mayWrite }: { lines: ThreadList['lines']; mayWrite: boolean }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <MarginNote title={t('peers.part')}>
      {lines.length === 0 ? <p>{t('peers.part.none')}</p> : (
        <ul class="plain">
          {lines.map((line) => <li key={line.id}><a href={to(paths.show.href({ id: line.id }))}>{line.title}</a></li>)}
        </ul>
      )}
      <p>
        {mayWrite && <><a href={to(paths.ask.href({}))}>{t('ask.do')}</a><br /></>}
        <a href={to(paths.peers.href({}))}>{t('peers.part.all')}</a><br />
        <a href={to(paths.mine.href({}))}>{t('space.all')}</a>
      </p>
    </MarginNote>
  );
}
