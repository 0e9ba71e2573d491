import { useT, useView } from '~/platform/i18n/index.ts';
import { formatQualified } from '~/sheets/index.ts';
import { DataTable, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { DocumentSummary, LooseFigure } from '../queries.ts';

/** Figures about things that have no sheet: nothing of the document is lost. */
export function LooseFigures({ figures, document }: { figures: LooseFigure[]; document: DocumentSummary }) {
  const t = useT(messages);
  const { lang } = useView();
  if (!figures.length) return null;
  return (
    <Section id="chiffres" title={t('figures.title')} lede={t('figures.lede')}>
      <DataTable
        caption={t('figures.caption', { document: document.title })}
        hideCaption
        columns={[{ label: t('figures.what'), head: true }, { label: t('figures.value'), numeric: true }, { label: t('figures.where') }]}
        rows={figures.map((figure) => [
          <span lang="fr">{figure.label}</span>,
          <>
            {formatQualified(lang, figure.value, figure.qualifier)} <span lang="fr">{figure.unit}</span>
          </>,
          figure.locator ?? '',
        ])}
      />
    </Section>
  );
}
