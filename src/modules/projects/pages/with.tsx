import { Fragment } from 'preact';
import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { ActionMark, ActionWhen, stateToShow } from '~/modules/strategies/index.ts';
import { territoryPaths } from '~/modules/territories/index.ts';
import { countryName } from '~/reference/index.ts';
import { linked, sheetHref, type LinkedSheet, type SheetFrame } from '~/sheets/index.ts';
import { DefinitionList, Section, type Definition } from '~/ui/index.ts';
import { messages } from '../messages.ts';

/** Who carries it, with whom, where and when, each with how well it is known. */
export function With({ frame }: { frame: SheetFrame }) {
  const t = useT(messages);
  const { lang, today } = useView();
  const { sheet, outgoing } = frame;
  const published = frame.sources.find((source) => source.published)?.published;
  const partners = linked(outgoing, 'partner');
  // what the document said stays said, even where the time since makes it doubtful
  const isDoubtful = stateToShow(sheet, today) === 'to-confirm';
  const asOf = (date: string) => (isDoubtful ? t('facts.asOfState', { state: t(sheet.state === 'planned' ? 'state.planned' : 'state.ongoing'), date }) : t('facts.asOf', { date }));
  const rows: (Definition | false)[] = [
    row(t('with.holder'), linked(outgoing, 'holder')),
    row(t('with.partners'), partners.filter((one) => one.kind === 'territory')),
    row(t('with.organisations'), partners.filter((one) => one.kind !== 'territory')),
    row(t('with.networks'), linked(outgoing, 'network')),
    row(t('with.partnerships'), linked(outgoing, 'partnership')),
    row(t('with.programmes'), linked(outgoing, 'programme')),
    [t('with.place'), <Places frame={frame} />],
    sheet.countries.length > 0 && [t('with.countries'), <Countries codes={sheet.countries} />],
    [
      t('with.date'),
      <>
        <ActionWhen start={sheet.start} end={sheet.end} /> {sheet.start && <span class="quiet">({t(`precision.${sheet.start.precision}`)})</span>}
      </>,
    ],
    [
      t('with.state'),
      <>
        <ActionMark action={sheet} /> {published && <span class="quiet">{asOf(formatPartialDate(lang, published))}</span>}
      </>,
    ],
  ];
  return (
    <Section title={t('section.with')} id="avec">
      <DefinitionList items={rows} />
    </Section>
  );
}

function row(term: string, sheets: LinkedSheet[]): Definition | false {
  return sheets.length > 0 && [term, <Sheets sheets={sheets} />];
}

function Sheets({ sheets }: { sheets: readonly LinkedSheet[] }) {
  const { to } = useView();
  return (
    <>
      {sheets.map((one, index) => (
        <Fragment key={one.id}>
          {index > 0 && ', '}
          <a href={to(sheetHref(one.kind, one.slug))} lang={one.lang}>
            {one.title}
          </a>
        </Fragment>
      ))}
    </>
  );
}

function Places({ frame: { places } }: { frame: SheetFrame }) {
  const t = useT(messages);
  const from = places.find((place) => place.role === 'from');
  const to = places.find((place) => place.role === 'to');
  if (from && to) return <>{t('with.fromTo', { from: from.label, to: to.label })}</>;
  if (!places.length) return <span class="quiet">{t('with.unknown')}</span>;
  return <span lang="fr">{places.map((place) => place.label).join(', ')}</span>;
}

function Countries({ codes }: { codes: readonly string[] }) {
  const { lang, to } = useView();
  return (
    <>
      {codes.map((code, index) => (
        <Fragment key={code}>
          {index > 0 && ', '}
          <a href={to(territoryPaths.country.href({ iso: code }))}>{countryName(code, lang)}</a>
        </Fragment>
      ))}
    </>
  );
}
