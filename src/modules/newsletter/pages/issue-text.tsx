import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfKind, sheetHref, type SheetSummary } from '~/sheets/index.ts';
import { Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { groupByKind } from '../queries.ts';

/** An issue as its readers see it, by kind of sheet. */
export function IssueText({ introduction, items }: { introduction: string; items: readonly SheetSummary[] }) {
  const t = useT(messages);
  const { to, lang } = useView();
  return (
    <div class="newsletter-issue">
      {introduction.split(/\n+/).filter(Boolean).map((line) => <p key={line} class="newsletter-words" lang="fr">{line}</p>)}
      {groupByKind(items).map(({ kind, items: list }) => (
        <Section key={kind} title={labelOfKind(kind, lang, list.length)}>
          <SheetList items={list.map((item) => ({ href: to(sheetHref(item.kind, item.slug)), title: item.title, lang: item.lang, context: item.start ? formatPartialDate(lang, item.start) : undefined, meta: item.summary ? <span lang={item.lang}>{item.summary}</span> : undefined }))} />
        </Section>
      ))}
      {items.length === 0 && <p>{t('issue.empty')}</p>}
    </div>
  );
}
