import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { sheetHref, SourceNote, type SheetFrame } from '~/sheets/index.ts';
import { Section, SheetList, StateMark } from '~/ui/index.ts';
import type { AgreementShown } from '../agreements/queries.ts';
import { monthsBeforeEnd, type AgreementState } from '../agreements/rules.ts';
import { messages } from '../messages.ts';
import type { PartnershipDetail } from '../queries.ts';

type Mark = { phase: 'ongoing' | 'ended' | 'upcoming' | 'unknown' } | { status: 'signe' | 'en-finalisation' };
const marks: Record<AgreementState, Mark> = {
  unknown: { phase: 'unknown' }, preparing: { phase: 'upcoming' }, finalising: { status: 'en-finalisation' }, signed: { status: 'signe' },
  in_force: { phase: 'ongoing' }, expired: { phase: 'ended' }, renewed: { phase: 'ended' }, denounced: { phase: 'ended' },
};

/** Programmes and agreements under this partnership, then the objectives that its actions serve. */
export function Agreements({ frame, detail: { agreements, objectives } }: { frame: SheetFrame; detail: PartnershipDetail }) {
  const t = useT(messages);
  const { to } = useView();
  if (!agreements.length && !objectives.length) return null;
  return (
    <Section title={t(agreements.length ? 'agreements.title' : 'objectives.title')} lede={agreements.length ? undefined : t('objectives.lede')}>
      {agreements.map((one) => (
        <Agreement key={one.id} frame={frame} agreement={one} all={agreements} />
      ))}
      {objectives.length > 0 && (
        <>
          {agreements.length > 0 && <h3>{t('objectives.title')}</h3>}
          <SheetList items={objectives.map((one) => ({ href: to(sheetHref('objective', one.slug)), title: one.title, lang: one.lang }))} />
        </>
      )}
    </Section>
  );
}

function Agreement({ frame, agreement, all }: { frame: SheetFrame; agreement: AgreementShown; all: AgreementShown[] }) {
  const t = useT(messages);
  const { lang, today } = useView();
  const present = agreement.states.at(-1)!;
  const source = frame.sources.find((one) => one.documentId === present.documentId);
  const months = monthsBeforeEnd(present.state, agreement, today);
  const renewed = all.find((one) => one.id === agreement.renews);
  return (
    <div class="agreement">
      <h3 lang={frame.sheet.lang}>{agreement.title}</h3>
      <p>
        <StateMark {...marks[present.state]} word={t(`agreement.${present.state}`)} />
        {present.at && <> {formatPartialDate(lang, present.at)}</>}
        <SourceNote frame={frame} documentId={present.documentId} />
      </p>
      {!present.at && source?.published && <p class="quiet">{t('agreement.asOf', { date: formatPartialDate(lang, source.published) })}</p>}
      {agreement.note && <p lang={frame.sheet.lang}>{agreement.note}</p>}
      <Period agreement={agreement} />
      {months !== null && <p>{t('agreement.near', { n: months })}</p>}
      {renewed && <p>{t('agreement.renews', { title: renewed.title })}</p>}
    </div>
  );
}

function Period({ agreement: { start, end } }: { agreement: AgreementShown }) {
  const t = useT(messages);
  const { lang } = useView();
  const [from, until] = [start && formatPartialDate(lang, start), end && formatPartialDate(lang, end)];
  if (from && until) return <p>{t('agreement.period', { start: from, end: until })}</p>;
  if (from) return <p>{t('agreement.from', { start: from })}</p>;
  return until ? <p>{t('agreement.until', { end: until })}</p> : null;
}
