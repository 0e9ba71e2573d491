import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Hero, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { DocumentSummary } from '../queries.ts';

export function DocumentsPage({ documents }: { documents: DocumentSummary[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <Page title={t('list.title')} section="documents" description={t('list.lede')}>
      <Hero title={t('list.title')} lede={t('list.lede')} />
      <SheetList
        items={documents.map((document) => ({
          href: to(paths.show.href({ id: document.id })),
          title: document.title,
          lang: document.lang,
          meta: (
            <>
              <span lang={document.lang}>{document.author}</span> · {t(`nature.${document.nature}` as 'nature.official')} ·{' '}
              {document.published ? formatPartialDate(lang, document.published) : t('date.unknown')}
            </>
          ),
          right: t('sheets', { n: document.sheets }),
        }))}
      />
    </Page>
  );
}
