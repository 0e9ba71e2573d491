import type { ComponentChildren } from 'preact';
import { formatNumber, formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfKind, labelOfState, labelOfType, linked, sheetHref, SheetPage, type LinkedSheet, type SheetFrame } from '~/sheets/index.ts';
import { DefinitionList, Note, Section, SheetList, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { SchemeDetail } from '../queries.ts';
import { Amount } from './amount.tsx';

export function SchemePage({ frame, scheme }: { frame: SheetFrame; scheme: SchemeDetail }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { sheet } = frame;
  const others = frame.incoming.filter((one) => one.kind !== 'law');
  return (
    <SheetPage frame={frame} breadcrumb={[{ href: to(paths.schemes.href({})), label: t('schemes.title') }, { label: sheet.title }]}>
      <Section id="essentiel" title={t('scheme.essentials')}>
        <DefinitionList items={useEssentials(frame, scheme)} />
      </Section>
      {scheme.note && (
        <Note tone="context" title={t('scheme.note')}>
          <p lang={sheet.lang}>{scheme.note}</p>
        </Note>
      )}
      {others.length > 0 && (
        <Section id="autour" title={t('scheme.related')}>
          <SheetList items={others.map((one) => ({ href: to(sheetHref(one.kind, one.slug)), title: one.title, context: labelOfKind(one.kind, lang) }))} />
        </Section>
      )}
    </SheetPage>
  );
}

function useEssentials(frame: SheetFrame, scheme: SchemeDetail): [string, ComponentChildren][] {
  const t = useT(messages);
  const { lang } = useView();
  const { sheet } = frame;
  const funders = linked(frame.outgoing, 'funder');
  const law = linked(frame.outgoing, 'law')[0];
  const rows: [string, ComponentChildren][] = [
    [t('scheme.type'), labelOfType('funding', sheet.type, lang)],
    [t('scheme.funders', { n: funders.length || 1 }), funders.length ? <Links sheets={funders} /> : t('scheme.nobody')],
    [t('scheme.amount'), scheme.amount ? <Amount money={scheme.amount} /> : t('scheme.unknown')],
  ];
  if (scheme.maxRatePercent !== null) {
    const rate = formatNumber(lang, scheme.maxRatePercent / 100, { style: 'percent', maximumFractionDigits: 1 });
    rows.push([t('scheme.rate'), t('scheme.rate.value', { rate })]);
  }
  if (scheme.projects !== null) rows.push([t('scheme.projects'), t('scheme.projects.value', { n: scheme.projects })]);
  if (sheet.start && sheet.end) {
    const [from, till] = [sheet.start, sheet.end].map((date) => formatPartialDate(lang, date));
    rows.push([t('scheme.period'), t('scheme.period.value', { from: from!, to: till! })]);
  }
  rows.push([t('scheme.eligible'), scheme.eligible ? <span lang={sheet.lang}>{scheme.eligible}</span> : t('scheme.unknown')]);
  if (scheme.deadline) rows.push([t('scheme.deadline'), <span lang={sheet.lang}>{scheme.deadline}</span>]);
  if (scheme.web) rows.push([t('scheme.web'), <a href={scheme.web}>{t('scheme.web.open')}</a>]);
  if (law) rows.push([t('scheme.law'), <><Links sheets={[law]} /> <StateMark status="a-confirmer" word={t('law.toVerify')} /></>]);
  rows.push([t('scheme.state'), <StateMark phase={sheet.phase as 'ongoing'} word={labelOfState('funding', sheet.state, lang) ?? ''} />]);
  rows.push([t('scheme.asOf.label'), formatPartialDate(lang, scheme.asOf)]);
  return rows;
}

function Links({ sheets }: { sheets: LinkedSheet[] }) {
  const { to } = useView();
  return (
    <ul class="plain">
      {sheets.map((one) => (
        <li key={one.id}>
          <a href={to(sheetHref(one.kind, one.slug))} lang={one.lang}>{one.title}</a>
        </li>
      ))}
    </ul>
  );
}
