import { findMessage, formatNumber, useT, useView } from '~/platform/i18n/index.ts';
import { DefinitionList, MarginNote } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { Naming, TerritoryDetail } from '../queries.ts';
import { paths } from '../paths.ts';

/** Codes, people, and where the point on the map comes from. */
export function Identity({ detail, note }: { detail: TerritoryDetail; note?: boolean }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const french = detail.side === 'french';
  const n = detail.population === null ? '' : formatNumber(lang, detail.population);
  const place = detail.basis === 'exact' ? undefined : findMessage(messages, lang, `place.${detail.basis ?? 'none'}`);
  return (
    <>
      <MarginNote title={t('card.title')}>
        <DefinitionList
          items={[
            detail.insee !== null && [t('card.insee'), detail.insee],
            detail.siren !== null && [t('card.siren'), formatSiren(detail.siren)],
            detail.population !== null && [
              t('card.population'),
              detail.populationYear ? t('card.population.value', { n, year: detail.populationYear }) : t('card.population.undated', { n }),
            ],
            detail.postalCodes.length > 0 && detail.postalCodes.length < 8 && [t('card.postal'), detail.postalCodes.join(', ')],
            detail.geonamesId !== null && [t('card.geonames'), String(detail.geonamesId)],
          ]}
        />
        {french && (detail.insee || detail.siren) && (
          <p>
            <a href={to('/documents/cog-2026')}>{t('card.source', { title: t('card.cog') })}</a>
          </p>
        )}
        {detail.geonamesId !== null && (
          <p>
            <a href={to('/documents/geonames')}>{t('card.source', { title: t('card.geonamesSource') })}</a>
          </p>
        )}
      </MarginNote>
      {(place || (note && detail.note)) && (
        <MarginNote title={t('place.title')}>
          {place && <p>{place}</p>}
          {note && detail.note && <p lang="fr">{detail.note}</p>}
        </MarginNote>
      )}
    </>
  );
}

/** The names that authorities chose for the country (R025). */
export function Namings({ namings }: { namings: readonly Naming[] }) {
  const t = useT(messages);
  const { to } = useView();
  if (!namings.length) return null;
  return (
    <MarginNote title={t('namings.title')}>
      <ul class="plain">
        {namings.map((naming) => (
          <li key={naming.slug}>
            <a href={to(paths.show.href({ slug: naming.slug }))}>{t('namings.one', naming as unknown as Record<string, string>)}</a>
          </li>
        ))}
      </ul>
      <p>{t('namings.text')}</p>
    </MarginNote>
  );
}

/** 213 300 635. */
function formatSiren(siren: string): string {
  return siren.replace(/(\d{3})(?=\d)/g, '$1\u202f');
}
