import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, Page, sheetHref, type SheetSummary } from '~/sheets/index.ts';
import { Breadcrumb, Button, Hero, Section } from '~/ui/index.ts';
import type { SharedFacts } from '../facts.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { Facts } from './facts.tsx';

/** The other side, signed in, reads the shared sheet and says that it is right. */
export function AgreePage({ sheet, facts }: { sheet: SheetSummary; facts: SharedFacts }) {
  const t = useT(messages);
  const { to, lang } = useView();
  const at = { genre: facts.spec.genre, slug: sheet.slug };
  return (
    <Page title={t('agree.title')} noIndex>
      <Breadcrumb items={[{ href: to(sheetHref(sheet.kind, sheet.slug)), label: sheet.title }, { label: t('agree.title') }]} />
      <Hero size="small" title={t('agree.title')} eyebrow={<span lang={sheet.lang === lang ? undefined : sheet.lang}>{sheet.title}</span>} />
      <Section title={t('guest.facts')}>
        <Facts sheet={sheet} facts={facts} />
      </Section>
      <form method="post" action={to(paths.agreement.href(at))} class="actions">
        <Button>{t('guest.exact')}</Button>
        <Button kind="outline" href={to(commonPaths.edit.href(at))}>{t('guest.correct')}</Button>
      </form>
    </Page>
  );
}
