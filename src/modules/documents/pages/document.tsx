import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Breadcrumb, Columns, DefinitionList, Hero, MarginNote, Note } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { DocumentSummary, Fed, LooseFigure, Passage } from '../queries.ts';
import { FedSection } from './fed.tsx';
import { Passages } from './passages.tsx';
import { LooseFigures } from './figures.tsx';

export interface DocumentPageProps {
  document: DocumentSummary;
  passages: Passage[];
  figures: LooseFigure[];
  fed: Fed;
  kind?: string;
  page: number;
  pages: number;
}

/** A source: what it is, what it says beyond the sheets, and every sheet that leans on it. */
export function DocumentPage({ document, passages, figures, fed, kind, page, pages }: DocumentPageProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const about = passages.filter((passage) => passage.part === 'about');
  return (
    <Page title={document.title} section="documents" description={about[0]?.text ?? document.author}>
      <Breadcrumb items={[{ href: to(paths.list.href({})), label: t('list.title') }, { label: document.title }]} />
      <Hero title={<span lang={document.lang}>{document.title}</span>} size="title" eyebrow={t(`nature.${document.nature}` as 'nature.official')} lede={about.length ? <span lang="fr">{about.map((one) => one.text).join(' ')}</span> : undefined} />
      {lang !== 'fr' && <p class="data-language">{t('language')}</p>}
      <Columns
        main={
          <>
            <Passages document={document} passages={passages.filter((passage) => passage.part !== 'about')} />
            <LooseFigures figures={figures} document={document} />
            <FedSection document={document} fed={fed} kind={kind} page={page} pages={pages} />
          </>
        }
        aside={<Identity document={document} />}
      />
    </Page>
  );
}

function Identity({ document }: { document: DocumentSummary }) {
  const t = useT(messages);
  const { lang, instanceName } = useView();
  return (
    <>
      {document.nature === 'opinion' && (
        <Note tone="context" title={t('opinion.title')}>
          <p>{t('opinion.text', { author: document.author, instance: instanceName })}</p>
        </Note>
      )}
      <MarginNote title={t('identity')}>
        <DefinitionList
          items={[
            [t('author'), <span lang={document.lang}>{document.author}</span>],
            [t('date'), document.published ? formatPartialDate(lang, document.published) : t('date.unknown')],
            [t('nature'), t(`nature.${document.nature}` as 'nature.official')],
            document.licence ? [t('licence'), document.licence] : null,
            [t('use'), t('use.value', { sheets: document.sheets, mentions: document.mentions })],
            document.url ? [t('original'), <a href={document.url} rel="external">{document.url.replace(/^https?:\/\//, '')}</a>] : null,
          ]}
        />
      </MarginNote>
    </>
  );
}
