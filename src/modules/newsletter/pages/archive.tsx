import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { Page, type SheetSummary } from '~/sheets/index.ts';
import { Breadcrumb, Button, Empty, Hero, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Issue } from '../queries.ts';
import { IssueText } from './issue-text.tsx';

/** What was sent, for those who come later. */
export function ArchivePage({ issues, animates }: { issues: (Issue & { items: number })[]; animates: boolean }) {
  const t = useT(messages);
  const { to, lang } = useView();
  return (
    <Page title={t('archive.title')} description={t('archive.lede')} section="newsletter">
      <Hero title={t('archive.title')} size="title" lede={t('archive.lede')} actions={<><Button href={to(paths.form.href({}))}>{t('archive.subscribe')}</Button>{animates && <Button kind="outline" href={to(paths.desk.href({}))}>{t('archive.prepare')}</Button>}</>} />
      {issues.length === 0 ? <Empty title={t('archive.none')}><p>{t('archive.none.text')}</p></Empty> : (
        <SheetList items={issues.map((one) => ({ href: to(paths.show.href({ number: String(one.number) })), title: one.title, lang: 'fr', meta: t('archive.line', { number: one.number!, day: dayIn(lang, one.sentAt!), n: one.items }) }))} />
      )}
    </Page>
  );
}

export function IssuePage({ issue, items }: { issue: Issue; items: SheetSummary[] }) {
  const t = useT(messages);
  const { to, lang } = useView();
  const number = t('issue.number', { number: issue.number! });
  return (
    <Page title={issue.title} description={issue.introduction || undefined} section="newsletter">
      <Breadcrumb items={[{ href: to(paths.list.href({})), label: t('archive.title') }, { label: number }]} />
      <Hero title={<span lang="fr">{issue.title}</span>} size="title" eyebrow={t('issue.sent', { number: issue.number!, day: dayIn(lang, issue.sentAt!) })} />
      <IssueText introduction={issue.introduction} items={items} />
      <p class="actions newsletter-next"><Button kind="outline" href={to(paths.form.href({}))}>{t('archive.subscribe')}</Button></p>
    </Page>
  );
}

function dayIn(lang: 'fr' | 'en' | 'es', at: string): string {
  return formatDay(lang, at.slice(0, 10), { dateStyle: 'long' });
}
