import { useT, useView } from '~/platform/i18n/index.ts';
import { Page, sheetHref } from '~/sheets/index.ts';
import { Breadcrumb, Button, Empty, Field, Hero, Pager, Section, type Crumb } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ThreadLine, ThreadList } from '../queries.ts';
import { pageOf } from '../rules.ts';
import type { Found } from '../search.ts';
import { ThreadLines } from './lines.tsx';
import { dayOf } from './words.tsx';

export interface Searched {
  words: string;
  found: readonly Found[];
  more: boolean;
}

export interface ThreadsPageProps {
  /** Null: questions between peers of the whole platform. */
  group: { slug: string; title: string; lang: string } | null;
  mayWrite: boolean;
  list: ThreadList | null;
  searched: Searched | null;
  page: number;
}

/** The threads of a group, or the questions between peers; and the search in them. */
export function ThreadsPage({ group, mayWrite, list, searched, page }: ThreadsPageProps) {
  const t = useT(messages);
  const { to } = useView();
  const title = group ? t('list.title', { group: group.title }) : t('peers.title');
  const crumbs: Crumb[] = group ? [{ href: to(sheetHref('group', group.slug)), label: group.title }, { label: t('list.short') }] : [{ href: to(paths.mine.href({})), label: t('mine.title') }, { label: title }];
  const here = (query: { q?: string; page?: number }) => to(group ? paths.group.href({ slug: group.slug }, query) : paths.peers.href({}, query));
  const actions = mayWrite && (
    <>
      {group && <Button href={to(paths.open.href({ slug: group.slug }))}>{t('open.do')}</Button>}
      <Button kind={group ? 'outline' : 'full'} href={to(group ? paths.open.href({ slug: group.slug }, { genre: 'question' }) : paths.ask.href({}))}>{t('ask.do')}</Button>
    </>
  );
  const more = searched ? searched.more : list !== null && page < pageOf(list.total);
  const go = (n: number) => here({ q: searched?.words, page: n > 1 ? n : undefined });
  return (
    <Page title={title} section="groupes" noIndex>
      <Breadcrumb items={crumbs} />
      <Hero size="title" title={title} lede={group ? list && t('list.lede', { n: list.total }) : t('peers.lede')} actions={actions} />
      <form class="thread-search" method="get" action={here({})}>
        <Field type="search" name="q" label={t(group ? 'list.search' : 'peers.search')} value={searched?.words} />
        <Button kind="outline">{t('list.search.do')}</Button>
      </form>
      {searched ? <FoundList searched={searched} page={page} all={here({})} /> : list && (list.lines.length > 0 ? <ThreadLines lines={list.lines} kindless={!group} /> : <Empty title={t(group ? 'part.none' : 'peers.none')} />)}
      <Pager prevHref={page > 1 ? go(page - 1) : null} nextHref={more ? go(page + 1) : null} />
    </Page>
  );
}

function FoundList({ searched, page, all }: { searched: Searched; page: number; all: string }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { words, found, more } = searched;
  const title = page > 1 ? t('list.found.page', { page, words }) : t(more ? 'list.found.more' : 'list.found', { n: found.length, words });
  return (
    <Section title={title}>
      {found.length === 0 && <p>{t('list.found.none')}</p>}
      <ul class="found-messages">
        {found.map((one) => (
          <li key={`${one.discussionId}-${one.position}`}>
            <p><a href={`${to(paths.show.href({ id: one.discussionId }, { page: pageOf(one.position) }))}#message-${one.position}`}>{one.title}</a></p>
            <p>{one.excerpt.map((piece, index) => (index % 2 ? <mark key={index}>{piece}</mark> : piece))}</p>
            <p class="quiet">{[one.body ? t('who.body', { author: one.author, body: one.body }) : one.author, dayOf(lang, one.at)].join(' · ')}</p>
          </li>
        ))}
      </ul>
      <p><a href={all}>{t('list.found.all')}</a></p>
    </Section>
  );
}

export interface MinePageProps {
  conversations: readonly ThreadLine[];
  followed: readonly ThreadLine[];
  page: number;
  more: boolean;
  member: boolean;
}

/** Private conversations and what one follows. */
export function MinePage({ conversations, followed, page, more, member }: MinePageProps) {
  const t = useT(messages);
  const { to } = useView();
  const go = (n: number) => to(paths.mine.href({}, { page: n > 1 ? n : undefined }));
  return (
    <Page title={t('mine.title')} noIndex>
      <Hero size="title" title={t('mine.title')} lede={t('mine.lede')} actions={member && <Button kind="outline" href={to(paths.peers.href({}))}>{t('peers.title')}</Button>} />
      <Section id="conversations" title={t('mine.conversations')}>
        {conversations.length > 0 ? <ThreadLines lines={conversations} /> : <p>{t('mine.conversations.none')}</p>}
      </Section>
      <Section id="suivies" title={t('mine.followed')}>
        {followed.length > 0 ? <ThreadLines lines={followed} grouped /> : <p>{t('mine.followed.none')}</p>}
      </Section>
      <Pager prevHref={page > 1 ? go(page - 1) : null} nextHref={more ? go(page + 1) : null} />
    </Page>
  );
}
