import { formatList, formatNumber, useT, useView } from '~/platform/i18n/index.ts';
import { getKind, labelOfKind, labelOfType, listKinds } from '~/sheets/index.ts';
import { DataTable, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Inside, Scale } from '../queries.ts';

/** How scales nest, and what each has published (R002). */
export function Scales({ title, here, scales, inside }: { title: string; here: string; scales: readonly Scale[]; inside: Inside | null }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const parts = inside ? (['departments', 'intercommunalities', 'communes'] as const).filter((part) => inside[part] > 0) : [];
  if (scales.length < 2 && !parts.length) return null;
  return (
    <Section id="echelles" title={t('scales.title')} lede={t('scales.lede')}>
      {inside && parts.length > 0 && <p>{t('inside', { list: formatList(lang, parts.map((part) => t(`inside.${part}`, { n: inside[part] }))) })}</p>}
      {scales.length > 1 && <DataTable
        caption={t('scales.caption', { name: title })}
        hideCaption
        columns={[{ label: t('scales.scale'), head: true }, { label: t('scales.people'), numeric: true, wideOnly: true }, { label: t('scales.abroad') }]}
        rows={scales.map((scale) => [
          <>
            {scale.id === here ? <strong>{scale.title}</strong> : <a href={to(paths.show.href({ slug: scale.slug }))}>{scale.title}</a>}
            <br />
            <span class="quiet">{scale.id === here ? t('scales.here') : labelOfType('territory', scale.type, lang)}</span>
          </>,
          scale.population === null ? t('unknown') : formatNumber(lang, scale.population),
          useCounts(scale.counts) || <span class="quiet">{t('scales.nothing')}</span>,
        ])}
      />}
    </Section>
  );
}

// What an authority does, in this order; sessions and laws say what others did.
const shown = ['partnership', 'network', 'strategy', 'action', 'event', 'group'];

function useCounts(counts: Record<string, number>): string {
  const { lang } = useView();
  const known = new Set(listKinds().map((spec) => spec.kind));
  return formatList(lang, shown.filter((kind) => counts[kind] && known.has(kind) && getKind(kind)).map((kind) => labelOfKind(kind, lang, counts[kind])));
}
