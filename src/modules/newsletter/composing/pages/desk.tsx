import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, Page } from '~/sheets/index.ts';
import { Breadcrumb, Button, Empty, Figures, Hero, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { Issue, Progress } from '../../queries.ts';

export function DeskPage({ drafts, sent, progress }: { drafts: (Issue & { items: number })[]; sent: (Issue & { items: number })[]; progress: Progress }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('desk.title')} noIndex>
      <Breadcrumb items={[{ href: to(commonPaths.desk.href({})), label: t('desk.of') }, { label: t('desk.title') }]} />
      <Hero title={t('desk.title')} size="title" lede={t('desk.lede')} />
      <Figures items={[{ value: progress.subscribers, label: t('desk.subscribers', { n: progress.subscribers }), rule: t('desk.subscribers.rule') }]} />
      <form method="post" action={to(paths.desk.href({}))}>
        <div class="actions"><Button>{t('desk.new')}</Button></div>
      </form>
      <Section title={t('desk.drafts')} rule>
        {drafts.length === 0 ? <Empty title={t('desk.drafts.none')} /> : (
          <SheetList items={drafts.map((one) => ({ href: to(paths.compose.href({ id: one.id })), title: one.title, lang: 'fr', meta: t(`state.${one.state}`), right: t('desk.items', { n: one.items }) }))} />
        )}
      </Section>
      {sent.length > 0 && (
        <Section title={t('desk.sent')}>
          <SheetList items={sent.map((one) => ({ href: to(paths.compose.href({ id: one.id })), title: one.title, lang: 'fr', meta: t('issue.number', { number: one.number! }) }))} />
        </Section>
      )}
    </Page>
  );
}
