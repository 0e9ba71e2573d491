import { formatNumber, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfGenre, parameters, type Count, type Filter } from '~/sheets/ask/index.ts';
import { licence } from '~/sheets/export/index.ts';
import { Page } from '~/sheets/index.ts';
import { DataTable, DefinitionList, Hero, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';

const samples: Record<Filter, string> = {
  words: 'q=eau', kind: 'genre=partenariat', type: 'type=jumelage', territory: 'territoire=bordeaux', country: 'pays=PE', zone: 'zone=union-europeenne',
  theme: 'theme=climat', sdg: 'odd=6', state: 'etat=en-cours', from: 'de=1990', to: 'a=2000',
};
const answerKeys = ['total', 'facets', 'next', 'undated', 'apart'] as const;
const itemKeys = ['id', 'kind', 'title', 'url', 'countries', 'places', 'state', 'start', 'toConfirm', 'confirmed', 'sources', 'license'] as const;
const shown: Partial<Record<(typeof itemKeys)[number], string>> = { kind: 'kind, type', title: 'title, context', state: 'state, stateDetail', start: 'start, end' };

/** What can be taken away, how to ask, what comes back, under which licence. */
export function AboutPage({ genres }: { genres: readonly Count[] }) {
  const t = useT(messages);
  const { lang, origin, instanceName } = useView();
  const dataset = { '@context': 'https://schema.org', '@type': 'Dataset', name: instanceName, description: t('about.lede'), url: origin + paths.about.href({}), license: licence.url, isAccessibleForFree: true, distribution: (['json', 'csv', 'geojson'] as const).map((format) => ({ '@type': 'DataDownload', encodingFormat: format, contentUrl: `${origin}/observatoire.${format}` })) };
  return (
    <Page title={t('about.title')} section="donnees" description={t('about.lede')} jsonLd={dataset}>
      <Hero title={t('about.title')} size="small" lede={t('about.lede')} />
      <Section id="emporter" title={t('about.take')} lede={t('about.take.text')}>
        <DataTable
          caption={t('about.kinds')}
          columns={[{ label: t('about.kind'), head: true }, { label: t('about.n'), numeric: true }, { label: t('about.files') }]}
          rows={genres.map(({ value, count }) => [
            <>
              {labelOfGenre(value, lang)} <code>{value}</code>
            </>,
            formatNumber(lang, count),
            <Files genre={value} />,
          ])}
        />
        <p>{t('about.sheet')}</p>
        <p>
          {t('about.example')} <a href="/partenariats/bordeaux-lima.json">{`${origin.replace(/^https?:\/\//, '')}/partenariats/bordeaux-lima.json`}</a>
        </p>
      </Section>
      <Questions />
      <Shapes />
      <Section id="suivre" title={t('about.feeds')}>
        <DefinitionList items={[['/nouveautes.atom', t('about.feeds.atom')], ['/agenda.ics', t('about.feeds.calendar')], ['/sitemap.xml', t('about.feeds.sitemap')]].map(([address, text]) => [<a href={address}>{address}</a>, text] as const)} />
      </Section>
      <Section id="licence" title={t('about.licence')}>
        <p>{t('about.licence.text', { licence: licence.title })} <a href={licence.url}>{licence.title}</a></p>
        <p>{t('about.attribution')}</p>
        <p>{t('about.privacy')}</p>
      </Section>
    </Page>
  );
}

function Files({ genre }: { genre: string }) {
  return (
    <span class="inline">
      {(['csv', 'json', 'geojson'] as const).map((format) => (
        <a key={format} href={`/observatoire.${format}?genre=${genre}`}>
          {format.toUpperCase()} <span class="visually-hidden">{genre}</span>
        </a>
      ))}
    </span>
  );
}

function Questions() {
  const t = useT(messages);
  const rows = [...(Object.keys(samples) as Filter[]).map((filter) => [parameters[filter], t(`filter.${filter}`), samples[filter]] as const), ['apres', t('filter.after'), 'apres=…'] as const];
  return (
    <Section id="question" title={t('about.filters')} lede={t('about.filters.text')}>
      <DataTable
        caption={t('about.filters')}
        hideCaption
        columns={[{ label: t('about.parameter'), head: true }, { label: t('about.meaning') }, { label: t('about.sample') }]}
        rows={rows.map(([name, meaning, sample]) => [<code>{name}</code>, meaning, <code>{sample}</code>])}
      />
    </Section>
  );
}

function Shapes() {
  const t = useT(messages);
  return (
    <>
      <Section id="json" title={t('about.json')} lede={t('about.json.text')}>
        <DefinitionList items={answerKeys.map((key) => [<code>{key}</code>, t(`key.${key}`)] as const)} />
        <p><code>items</code> {t('key.items')}</p>
        <DefinitionList items={itemKeys.map((key) => [<code>{shown[key] ?? key}</code>, t(`key.${key}`)] as const)} />
      </Section>
      <Section id="csv" title={t('about.csv')}>
        <p>{t('about.csv.text')}</p>
      </Section>
      <Section id="geojson" title={t('about.geojson')}>
        <p>{t('about.geojson.text')}</p>
      </Section>
    </>
  );
}
