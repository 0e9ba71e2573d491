import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, Page, sheetHref } from '~/sheets/index.ts';
import { Breadcrumb, Button, Columns, ErrorSummary, Hero, MarginNote, Note, Pager, Section } from '~/ui/index.ts';
import type { Typed } from '../form.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { MessageShown } from '../queries.ts';
import type { OpenThread } from '../rooms.ts';
import { pageOf, type Fault } from '../rules.ts';
import { Message } from './message.tsx';
import { useThreadCrumbs } from './crumbs.tsx';
import { Author, bindSigns, Text } from './words.tsx';
import { useFaults, WriteForm } from './write.tsx';

export interface ThreadPageProps {
  thread: OpenThread;
  shown: readonly MessageShown[];
  accepted: MessageShown | null;
  parties: readonly { name: string; title: string | null }[];
  page: number;
  typed: Typed;
  faults?: readonly Fault[];
}

/** A thread, fifty messages a page; the page of a message never changes. */
export function ThreadPage({ thread, shown, accepted, parties, page, typed, faults = [] }: ThreadPageProps) {
  const t = useT(messages);
  const { to } = useView();
  const pages = pageOf(thread.messages);
  const at = (position: number) => `${to(paths.show.href({ id: thread.id }, { page: pageOf(position) }))}#message-${position}`;
  const go = (n: number) => to(paths.show.href({ id: thread.id }, { page: n }));
  const pager = pages > 1 && <Pager prevHref={page > 1 ? go(page - 1) : null} nextHref={page < pages ? go(page + 1) : null}>{t('thread.page', { page, pages })}</Pager>;
  return (
    <Page title={thread.title} section="groupes" noIndex edit>
      <Breadcrumb items={useThreadCrumbs(thread)} />
      <Hero size="title" title={bindSigns(thread.title)} eyebrow={t(`kind.${thread.kind}`)} />
      <ErrorSummary errors={useFaults(faults)} />
      <Columns
        main={
          <>
            {accepted && (
              <Note tone="context" title={t('thread.accepted')} sign="confirme">
                <p><Author {...accepted} /></p>
                <Text text={accepted.text} />
                <p><a href={at(accepted.position)}>{t('thread.accepted.see')}</a></p>
              </Note>
            )}
            {pager}
            <ol class="messages" start={shown[0]?.position}>
              {shown.map((message) => <Message key={message.id} thread={thread} message={message} />)}
            </ol>
            {pager}
            {thread.kind === 'question' && thread.messages === 1 && <p class="quiet">{t('thread.waiting')}</p>}
            {thread.mayWrite ? (
              <Section id="repondre" rule title={t(thread.kind === 'question' ? 'reply.question' : 'reply.discussion')}>
                <WriteForm action={paths.write.href({ id: thread.id })} what="reply" typed={typed} faults={faults} />
              </Section>
            ) : <p>{t('thread.suspended')}</p>}
          </>
        }
        aside={
          <>
            <MarginNote title={t('thread.count', { n: thread.messages })}>
              {thread.messages > 1 && (
                <ul class="plain thread-ends">
                  <li><a href={at(1)}>{t('thread.first')}</a></li>
                  {thread.read > 0 && thread.read < thread.messages && <li><a href={at(thread.read + 1)}>{t('thread.unread')}</a></li>}
                  <li><a href={at(thread.messages)}>{t('thread.last')}</a></li>
                </ul>
              )}
            </MarginNote>
            <Following thread={thread} />
            <Readers thread={thread} parties={parties} />
          </>
        }
      />
    </Page>
  );
}

function Following({ thread }: { thread: OpenThread }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <MarginNote title={t('thread.following')}>
      <p>{t(thread.following ? 'thread.following.yes' : 'thread.following.no')}</p>
      <form method="post" action={to(paths.follow.href({ id: thread.id }))}>
        <Button kind="outline" name="suivre" value={thread.following ? 'non' : 'oui'}>{t(thread.following ? 'thread.unfollow' : 'thread.follow')}</Button>
      </form>
      <p><a href={to(commonPaths.follows.href({}))}>{t('thread.rhythm')}</a></p>
    </MarginNote>
  );
}

function Readers({ thread, parties }: { thread: OpenThread; parties: ThreadPageProps['parties'] }) {
  const t = useT(messages);
  const { to } = useView();
  const { about } = thread;
  return (
    <>
      <MarginNote title={t('thread.readers')}>
        <p>{thread.group ? t('thread.readers.group', { group: thread.group.title }) : t(thread.kind === 'conversation' ? 'thread.readers.conversation' : 'thread.readers.peers')}</p>
        {parties.length > 0 && (
          <ul class="plain">
            {parties.map(({ name, title }) => <li key={name}>{name}{title && title !== name && <>, {title}</>}</li>)}
          </ul>
        )}
      </MarginNote>
      {thread.kind === 'conversation' && about && (
        <MarginNote title={t('thread.about')}>
          <p><a href={to(sheetHref(about.kind, about.slug))}>{about.title}</a></p>
        </MarginNote>
      )}
    </>
  );
}
