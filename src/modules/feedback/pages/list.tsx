import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Empty, Hero, SheetList, Tabs } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Feedback } from '../queries.ts';
import { dayOf } from '../rules.ts';

export function ListPage({ of, found }: { of: 'open' | 'mine' | 'closed'; found: Feedback[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const at = { open: to(paths.list.href({})), mine: to(paths.list.href({}, { etat: 'miens' })), closed: to(paths.list.href({}, { etat: 'traites' })) };
  return (
    <Page title={t('list.title')} noIndex>
      <Hero title={t('list.title')} size="title" lede={t('list.lede')} />
      <Tabs label={t('list.tabs')} current={at[of]} items={(['open', 'mine', 'closed'] as const).map((one) => ({ href: at[one], label: t(`list.${one}`) }))} />
      {found.length === 0 ? (
        <Empty title={t(`list.${of}.empty`)} />
      ) : (
        <SheetList
          items={found.map((one) => ({
            href: to(paths.show.href({ id: one.id })),
            title: beginningOf(one.text) ?? t('erased'),
            lang: one.lang,
            meta: t('list.meta', { kind: t(`kind.${one.kind}`), page: one.sheet?.title ?? one.page, date: formatDay(lang, dayOf(one.receivedAt), { dateStyle: 'long' }) }),
            right: one.assignee && one.state !== 'closed' ? t('list.assignee', { title: one.assignee }) : t(`state.${one.state}`),
          }))}
        />
      )}
    </Page>
  );
}

function beginningOf(text: string | null): string | null {
  return text && text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
