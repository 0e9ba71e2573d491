import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { earliestDay, latestDay } from '~/platform/dates/partial.ts';
import { sheetHref, type SheetSummary } from '~/sheets/index.ts';
import { Pair, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { StrategyDetail } from '../queries.ts';
import { effectOf, isPeriodOver, type Part } from '../rules.ts';

/** When it was adopted, presented, made effective; and what is not known of it. */
export function Adoption({ detail, period }: { detail: StrategyDetail; period: SheetSummary }) {
  const t = useT(messages);
  const { lang, today } = useView();
  const effect = effectOf(detail, today);
  const late = detail.adoptedOn && period.start && latestDay(period.start) < earliestDay(detail.adoptedOn);
  return (
    <div class="adoption">
      {detail.adoptedOn && (
        <p>
          {t(detail.adoptedBy ? 'adopted.lineBy' : 'adopted.line', { date: formatPartialDate(lang, detail.adoptedOn), precision: detail.adoptedOn.precision, by: detail.adoptedBy ?? '' })}{' '}
          {detail.presentedBy && t('adopted.presented', { who: detail.presentedBy })} {late && t('adopted.late')}
        </p>
      )}
      {!detail.adoptedOn && detail.presentedBy && <p>{t('presented.line', { who: detail.presentedBy })}</p>}
      {effect !== 'none' && <p>{t(`effect.${effect}`, { date: formatPartialDate(lang, detail.effectiveFrom!), precision: detail.effectiveFrom!.precision })}</p>}
      {detail.standing === 'cited' && <p>{t('cited.text')}</p>}
      {isPeriodOver(period, today) && <p>{t('period.over')}</p>}
    </div>
  );
}

export function Items({ detail, part, title, lede }: { detail: StrategyDetail; part: Part; title: string; lede?: string | null }) {
  const items = detail.items.filter((item) => item.part === part);
  if (!items.length && !lede) return null;
  return (
    <Section title={title}>
      {lede && <p lang="fr">{lede}</p>}
      {items.length > 0 && <Told items={items} />}
    </Section>
  );
}

function Told({ items }: { items: StrategyDetail['items'] }) {
  return (
    <ul lang="fr">
      {items.map((item) => (
        <li key={item.text}>
          {item.text}
          {item.detail && <span class="cell-note">{item.detail}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What the shared diagnosis saw: how it was made, strengths, margins of progress. */
export function Diagnosis({ detail }: { detail: StrategyDetail }) {
  const t = useT(messages);
  const of = (part: Part) => detail.items.filter((item) => item.part === part);
  const [strengths, margins, methods] = [of('strength'), of('margin'), of('method')];
  if (!strengths.length && !margins.length) return null;
  const list = (title: string, items: typeof strengths) => (
    <>
      <h3>{title}</h3>
      <ul class="bullets" lang="fr">
        {items.map((item) => (
          <li key={item.text}>{item.text}</li>
        ))}
      </ul>
    </>
  );
  return (
    <Section id="diagnostic" title={t(detail.standing === 'proposal' ? 'diagnosis.proposal' : 'diagnosis.title')}>
      {methods.length > 0 && (
        <p class="quiet" lang="fr">
          {methods.map((item) => `${item.text}.`).join(' ')}
        </p>
      )}
      <Pair even left={list(t('diagnosis.strengths'), strengths)} right={list(t('diagnosis.margins'), margins)} />
    </Section>
  );
}

export function FollowUp({ detail }: { detail: StrategyDetail }) {
  const t = useT(messages);
  const items = detail.items.filter((item) => item.part === 'follow-up');
  if (!items.length) return null;
  return (
    <Section id="rendre-compte" title={t('follow.title')} lede={t('follow.lede')}>
      <Told items={items} />
    </Section>
  );
}

/** The roadmap before, the roadmap after. */
export function Line({ detail }: { detail: StrategyDetail }) {
  const t = useT(messages);
  const { to } = useView();
  const items = [
    detail.before && { word: t('follows.before'), sheet: detail.before },
    detail.after && { word: t('follows.after'), sheet: detail.after },
  ].filter((one) => one !== null);
  if (!items.length) return null;
  return (
    <Section title={t('follows.title')}>
      <SheetList items={items.map(({ word, sheet }) => ({ href: to(sheetHref('strategy', sheet.slug)), title: sheet.title, meta: word, lang: sheet.lang }))} />
    </Section>
  );
}
