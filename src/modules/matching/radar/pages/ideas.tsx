import { formatList, useT, useView } from '~/platform/i18n/index.ts';
import { countryName, themeName } from '~/reference/index.ts';
import { Page, sheetHref, type Body } from '~/sheets/index.ts';
import { Breadcrumb, Button, Empty, Hero } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { CityIdea, Convergence } from '../queries.ts';

/** R039: partner cities where others already work on what this member seeks. */
export function CitiesPage({ me, themes, cities }: { me: Body; themes: readonly string[]; cities: readonly CityIdea[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const named = (list: readonly string[]) => formatList(lang, list.map((slug) => themeName(slug, lang)));
  return (
    <Page title={t('cities.title')} section="espace" noIndex>
      <Breadcrumb items={[{ href: to(paths.matches.href({})), label: t('matches.title') }, { label: t('cities.title') }]} />
      <Hero size="title" title={t('cities.title')} eyebrow={me.title} lede={themes.length > 0 ? t('cities.lede', { themes: named(themes) }) : t('cities.lede.none')} />
      {cities.length === 0 ? (
        <Empty title={t('cities.none')}>
          <Button kind="outline" href={to(paths.census.href({}))}>
            {t('matches.census.do')}
          </Button>
        </Empty>
      ) : (
        <ol class="matches">
          {cities.map((city) => (
            <li key={city.id} class="match">
              <h2>
                <a href={to(sheetHref(city.kind, city.slug))}>{city.title}</a> {city.country && <span class="sheet-context">{countryName(city.country, lang)}</span>}
              </h2>
              <p>{t('cities.why', { themes: named(city.themes), french: formatList(lang, city.french.map(({ title }) => title)), n: city.french.length })}</p>
              <Sheets sheets={city.sheets} />
            </li>
          ))}
        </ol>
      )}
    </Page>
  );
}

/** R068: actors of one's territory who work where one works, or on the same. */
export function ActorsPage({ me, actors }: { me: Body; actors: readonly Convergence[] }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('actors.title')} section="espace" noIndex>
      <Breadcrumb items={[{ href: to(paths.matches.href({})), label: t('matches.title') }, { label: t('actors.title') }]} />
      <Hero size="title" title={t('actors.title')} eyebrow={me.title} lede={t('actors.lede')} />
      {actors.length === 0 ? <Empty title={t('actors.none')}><p>{t('actors.none.text')}</p></Empty> : <ActorList actors={actors} />}
    </Page>
  );
}

function ActorList({ actors }: { actors: readonly Convergence[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <ol class="matches">
      {actors.map((actor) => (
        <li key={actor.id} class="match">
          <h2>
            <a href={to(sheetHref(actor.kind, actor.slug))}>{actor.title}</a>
          </h2>
          {actor.partners.length > 0 && <p>{t('actors.partners', { partners: formatList(lang, actor.partners.map(({ title }) => title)) })}</p>}
          {actor.countries.length > 0 && (
            <p>{t('actors.countries', { countries: formatList(lang, actor.countries.map((iso) => countryName(iso, lang))), themes: formatList(lang, actor.themes.map((slug) => themeName(slug, lang))) })}</p>
          )}
          <Sheets sheets={actor.sheets} />
        </li>
      ))}
    </ol>
  );
}

function Sheets({ sheets }: { sheets: readonly { kind: string; slug: string; title: string }[] }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <p class="quiet">
      {t('ideas.sources')}{' '}
      {sheets.slice(0, 6).map((sheet, index) => (
        <>
          {index > 0 && ', '}
          <a href={to(sheetHref(sheet.kind, sheet.slug))}>{sheet.title}</a>
        </>
      ))}
    </p>
  );
}
