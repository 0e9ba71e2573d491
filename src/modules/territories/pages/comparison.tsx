import { formatDistance, formatList, formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { themeName } from '~/reference/index.ts';
import { labelOfState, labelOfType, linkSignOf, sheetHref, toDate, type Phase, type SheetSummary } from '~/sheets/index.ts';
import { DataTable, DefinitionList, LinkSign, Section, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Cited, Relation } from '../relations.ts';
import { distanceOf } from '../rules.ts';
import { Since } from './relation-list.tsx';

interface ComparisonProps {
  sheet: SheetSummary;
  centre: { lat: number | null; lon: number | null };
  relations: readonly Relation[];
  sources: ReadonlyMap<string, Cited>;
  actions: ReadonlyMap<string, number>;
}

/** Side by side up to two; from three on, one block each. */
export function Comparison({ sheet, centre, relations, sources, actions }: ComparisonProps) {
  const t = useT(messages);
  const rows = ['link', 'since', 'state', 'themes', 'distance', 'actions', 'source'] as const;
  const cell = (row: (typeof rows)[number], relation: Relation) => <Cell {...{ row, relation, centre, sources, actions }} />;
  if (relations.length > 2) {
    return (
      <Section id="qui" title={t('foreign.who', { name: sheet.title })}>
        {relations.map((relation) => (
          <div key={relation.partnership.id} class="block">
            <h3>
              <Names relation={relation} />
            </h3>
            <DefinitionList items={[...rows.map((row) => [t(`compare.${row}`), cell(row, relation)] as const), ['', <Read relation={relation} />]]} />
          </div>
        ))}
      </Section>
    );
  }
  return (
    <Section id="qui" title={t('foreign.who', { name: sheet.title })}>
      <DataTable
        large
        hideCaption
        caption={t('compare.caption', { name: sheet.title })}
        columns={[{ label: <span class="visually-hidden">{t('compare.what')}</span>, head: true }, ...relations.map((relation) => ({ label: <Names relation={relation} /> }))]}
        rows={[
          ...rows.map((row) => [t(`compare.${row}`), ...relations.map((relation) => cell(row, relation))]),
          [<span class="visually-hidden">{t('compare.sheet')}</span>, ...relations.map((relation) => <Read relation={relation} />)],
        ]}
      />
    </Section>
  );
}

function Names({ relation }: { relation: Relation }) {
  const { to } = useView();
  return (
    <>
      {relation.french.map((party, index) => (
        <>
          {index > 0 && ', '}
          <a href={to(paths.show.href({ slug: party.slug }))}>{party.title}</a>
        </>
      ))}
    </>
  );
}

function Read({ relation }: { relation: Relation }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <a href={to(sheetHref('partnership', relation.partnership.slug))}>
      {t('compare.sheet')}
      <span class="visually-hidden">
        {lang === 'fr' ? ' : ' : ': '}
        <span lang={lang === 'fr' ? undefined : 'fr'}>{relation.partnership.title}</span>
      </span>
    </a>
  );
}

function Cell({ row, relation, centre, sources, actions }: { row: string; relation: Relation } & Pick<ComparisonProps, 'centre' | 'sources' | 'actions'>) {
  const t = useT(messages);
  const { lang } = useView();
  const { partnership } = relation;
  const [french] = relation.french;
  if (row === 'link') return <LinkSign kind={linkSignOf(partnership.type)} word={labelOfType('partnership', partnership.type, lang)} />;
  if (row === 'since') return <Since relation={relation} />;
  if (row === 'state') {
    const word = labelOfState('partnership', partnership.state, lang);
    return word && partnership.phase ? <StateMark phase={partnership.phase as Phase} word={word} /> : <em>{t('unknown')}</em>;
  }
  if (row === 'themes') return partnership.themes.length ? formatList(lang, partnership.themes.map((slug) => themeName(slug, lang))) : <em>{t('compare.themes.none')}</em>;
  if (row === 'distance') {
    const km = french && distanceOf(centre, french);
    return km === undefined ? <em>{t('unknown')}</em> : formatDistance(lang, km);
  }
  if (row === 'actions') return relation.french.reduce((sum, party) => sum + (actions.get(party.id) ?? 0), 0);
  return <Source relation={relation} source={sources.get(partnership.id)} />;
}

function Source({ relation, source }: { relation: Relation; source: Cited | undefined }) {
  const t = useT(messages);
  const { lang } = useView();
  if (source?.nature === 'opinion') return <StateMark status="a-confirmer" word={t('compare.opinion')} />;
  if (relation.partnership.toConfirm) return <StateMark status="a-confirmer" word={t('compare.confirm')} />;
  const date = source && toDate(source.published, source.precision);
  return date ? <StateMark status="a-actualiser" word={formatPartialDate(lang, date)} /> : <em>{t('unknown')}</em>;
}
