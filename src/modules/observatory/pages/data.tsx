import { useT, useView } from '~/platform/i18n/index.ts';
import { toParameters, toQuery } from '~/sheets/ask/index.ts';
import { DownloadList, Pair, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ReadAnswer } from '../reading.ts';

/** Exactly this answer, to take away. */
export function DataReading({ read }: { read: ReadAnswer }) {
  const t = useT(messages);
  const { to } = useView();
  const { question } = read.resolved;
  const query = toQuery(question);
  const files = [
    { href: paths.csv.href({}) + query, label: t('data.csv'), detail: t('data.csv.detail', { n: read.answer.total }) },
    { href: paths.geojson.href({}) + query, label: t('data.geojson'), detail: t('data.geojson.detail') },
    { href: paths.json.href({}) + query, label: t('data.json'), detail: t('data.json.detail') },
    { href: to(`/nouveautes.atom${query}`), label: t('data.atom'), detail: t('data.atom.detail'), icon: 'feed' as const },
  ];
  const asked = Object.entries(toParameters(question)).filter(([, value]) => value !== undefined);
  return (
    <Section id="donnees" title={t('data.title')} lede={t('data.lede')}>
      <Pair
        left={
          <>
            <DownloadList items={files} />
            <p>
              <a href={to('/donnees')}>{t('data.more')}</a>
            </p>
          </>
        }
        right={
          <>
            <h3>{t('data.api')}</h3>
            <pre class="api">
              GET {paths.json.href({})}
              {asked.map(([name, value], index) => `\n  ${index ? '&' : '?'}${name}=${value}`).join('')}
            </pre>
            <p>{t('data.address')}</p>
          </>
        }
      />
    </Section>
  );
}
