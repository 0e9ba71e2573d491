import { useT, useView } from '~/platform/i18n/index.ts';
import { getKind, labelOfKind, sheetHref } from '~/sheets/index.ts';
import { Empty, Pager, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { DocumentSummary, Fed } from '../queries.ts';

export interface FedProps {
  document: DocumentSummary;
  fed: Fed;
  kind?: string;
  page: number;
  pages: number;
}

export function FedSection({ document, fed, kind, page, pages }: FedProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const address = (of?: string, at?: number) =>
    `${to(paths.show.href({ id: document.id }, { genre: of && getKind(of).genre, page: at && at > 1 ? at : undefined }))}#fiches`;
  return (
    <Section id="fiches" title={t('fed.title')} lede={t('fed.lede', { n: document.sheets })}>
      {fed.kinds.length > 1 && (
        <nav class="chips" aria-label={t('fed.kinds')}>
          <ul>
            <li>
              <a href={address()} aria-current={kind ? undefined : 'true'}>{t('fed.all')}</a>
            </li>
            {fed.kinds.map((one) => (
              <li key={one.kind}>
                <a href={address(one.kind)} aria-current={one.kind === kind ? 'true' : undefined}>{labelOfKind(one.kind, lang, one.n)}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {fed.items.length === 0 && <Empty title={t('fed.empty')} />}
      <SheetList
        items={fed.items.map((sheet) => ({
          href: to(sheetHref(sheet.kind, sheet.slug)),
          title: sheet.title,
          lang: sheet.lang,
          context: sheet.context,
          meta: <>{labelOfKind(sheet.kind, lang)}{sheet.locators.length > 0 && ` · ${sheet.locators.slice(0, 6).join(', ')}`}</>,
        }))}
      />
      <Pager prevHref={page > 1 ? address(kind, page - 1) : null} nextHref={page < pages ? address(kind, page + 1) : null} />
    </Section>
  );
}
