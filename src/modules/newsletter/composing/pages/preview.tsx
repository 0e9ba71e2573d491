import { useT, useView } from '~/platform/i18n/index.ts';
import { Page, type SheetSummary } from '~/sheets/index.ts';
import { Breadcrumb, Button, Columns, Hero, MarginNote, Section } from '~/ui/index.ts';
import { buildIssueMail } from '../../mail.tsx';
import { messages } from '../../messages.ts';
import { IssueText } from '../../pages/issue-text.tsx';
import { paths } from '../../paths.ts';
import type { Issue, Progress } from '../../queries.ts';

/** As it will be read, on the page and as plain text. Each person gets the parts of their themes and zones. */
export function PreviewPage({ issue, items, progress }: { issue: Issue; items: SheetSummary[]; progress: Progress }) {
  const t = useT(messages);
  const { to, lang, origin, instanceName } = useView();
  const { text } = buildIssueMail(issue, { mail: '', lang, items }, '…', { origin, instanceName });
  return (
    <Page title={issue.title} noIndex>
      <Breadcrumb items={[{ href: to(paths.desk.href({})), label: t('desk.title') }, { href: to(paths.compose.href({ id: issue.id })), label: issue.title }, { label: t('preview.title') }]} />
      <Hero title={<span lang="fr">{issue.title}</span>} size="title" eyebrow={t('preview.title')} />
      <Columns
        main={
          <>
            <IssueText introduction={issue.introduction} items={items} />
            <Section title={t('preview.text')} rule><pre class="newsletter-text" lang="fr">{text}</pre></Section>
          </>
        }
        aside={
          <MarginNote title={t('send.title')}>
            <p>{t('send.text', { n: progress.subscribers })}</p>
            {issue.state === 'draft' && (
              <form method="post" action={to(paths.send.href({ id: issue.id }))}>
                <div class="actions"><Button>{t('send.do')}</Button></div>
              </form>
            )}
            <p><a href={to(paths.compose.href({ id: issue.id }))}>{t('send.back')}</a></p>
          </MarginNote>
        }
      />
    </Page>
  );
}
