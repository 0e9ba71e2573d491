import type { VNode } from 'preact';
import { useT, useView } from '~/platform/i18n/index.ts';
import { zonesOf, type Country } from '~/reference/index.ts';
import { commonPaths, KindGroups, labelOfState, labelOfType, linkSignOf, Page, sheetHref, type Phase } from '~/sheets/index.ts';
import { Breadcrumb, Columns, Figures, Hero, LinkSign, MapHead, MarginNote, Section, SheetList, StateMark } from '~/ui/index.ts';
import type { CountryShown } from '../countries.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Relation } from '../relations.ts';
import { counted, listActive } from '../rules.ts';
import { CountryMap, hasMap } from './country-map.tsx';
import { Namings } from './identity.tsx';
import { distinct, useSince } from './relation-list.tsx';

/** A country: who works there, and how many French authorities are active (R178). */
export function CountryPage({ country, relations, groups, namings, chances, inside }: { country: Country; inside: readonly VNode[] } & CountryShown) {
  const t = useT(messages);
  const { lang, to } = useView();
  const active = listActive(relations);
  const main = counted(relations);
  const places = distinct(main.flatMap((relation) => relation.foreign));
  const words = <Hero title={country[lang]} lede={t('country.lede', { n: active.length })} actions={<a href={to(commonPaths.followCountry.href({ iso: country.iso }))} rel="nofollow">{t('country.follow')}</a>} />;
  const ask = `/observatoire?pays=${country.iso}`;
  return (
    <Page title={country[lang]} section="observatoire" description={t('country.lede', { n: active.length })}>
      <Breadcrumb items={[{ href: to(paths.countries.href({})), label: t('countries.title') }, { label: country[lang] }]} />
      {hasMap(relations) ? <MapHead map={<CountryMap name={country[lang]} relations={relations} />}>{words}</MapHead> : words}
      <Columns
        main={
          <>
            {relations.length > 0 && (
              <Figures
                items={[
                  { value: active.length, label: t('country.figure', { n: active.length }), rule: t('country.rule') },
                  { value: main.length, label: t('country.partnerships', { n: main.length }), rule: t('country.partnerships.rule') },
                  { value: places.length, label: t('country.territories', { n: places.length }), rule: t('country.territories.rule') },
                ]}
              />
            )}
            {relations.length > 0 && (
              <Section id="relations" title={t('country.relations')} action={<a href={to(`${ask}&genre=partenariat`)}>{t('observatory')}</a>}>
                <CountryRelations relations={relations} />
              </Section>
            )}
            {inside}
            <KindGroups groups={groups} more={(genre) => ({ href: to(`${ask}&genre=${genre}`), label: t('more') })} />
          </>
        }
        aside={
          <>
            <MarginNote title={t('country.zones')}>
              <ul class="plain">
                {zonesOf(country.iso).map((zone) => (
                  <li key={zone.slug}>
                    <a href={to(paths.zone.href({ slug: zone.slug }))}>{zone[lang]}</a>
                  </li>
                ))}
              </ul>
            </MarginNote>
            <Namings namings={namings} />
            {country.iso !== 'FR' && (
              <MarginNote title={t('chances.title')}>
                <p>{t('chances.line', { seekers: chances.seekers, offers: chances.offers })}</p>
                <p>
                  <a href={to(commonPaths.partnerSearch.href({}, { pays: country.iso }))}>{t('chances.open')}</a>
                </p>
              </MarginNote>
            )}
            <MarginNote title={t('country.iso')}>
              <p>
                {country.iso}, {country.iso3}, {country.numeric}
              </p>
            </MarginNote>
          </>
        }
      />
    </Page>
  );
}

/** One line a partnership: the place, then the French side. */
function CountryRelations({ relations }: { relations: readonly Relation[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <SheetList
      items={relations.map((relation) => {
        const { partnership } = relation;
        const state = labelOfState('partnership', partnership.state, lang);
        return {
          href: to(sheetHref('partnership', partnership.slug)),
          title: partnership.title,
          lang: partnership.lang === lang ? undefined : partnership.lang,
          context: relation.foreign.length ? undefined : t('country.whole'),
          sign: <LinkSign kind={linkSignOf(partnership.type)} bare />,
          meta: `${labelOfType('partnership', partnership.type, lang)}, ${useSince(relation)}`,
          right: state && partnership.phase ? <StateMark phase={partnership.phase as Phase} word={state} /> : undefined,
        };
      })}
    />
  );
}
