import { useT, useView } from '~/platform/i18n/index.ts';
import { BarChart } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ZoneCount } from '../rules.ts';

/** Partnerships by zone: continents first, then what overlaps them (R035). */
export function ZoneBars({ counts, caption }: { counts: readonly ZoneCount[]; caption: string }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <BarChart
      caption={caption}
      hideCaption
      heads={[t('zones.zone'), t('zones.count')]}
      rows={counts.map(({ zone, partnerships }) => ({ label: zone[lang], n: partnerships, href: to(paths.zone.href({ slug: zone.slug })) }))}
    />
  );
}
