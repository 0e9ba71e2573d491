import { useT, useView } from '~/platform/i18n/index.ts';
import { findTheme, themeName, zoneName } from '~/reference/index.ts';
import { labelOfKind, sheetHref, type SheetSummary } from '~/sheets/index.ts';
import { BarChart, DataTable, Pair, Section } from '~/ui/index.ts';
import type { ObjectiveAction } from '../actions.ts';
import { messages } from '../messages.ts';
import type { StrategyDetail } from '../queries.ts';
import { isOutsidePeriod } from '../rules.ts';
import type { Spread } from '../spread.ts';
import { ActionLink } from './actions.tsx';

export interface SpreadSectionProps {
  strategy: SheetSummary;
  detail: StrategyDetail;
  spread: Spread;
  actions: readonly ObjectiveAction[];
  occasional: ReadonlySet<string>;
}

/** Steering: where the actions go, on what, for which objective; each figure with its rule. */
export function SpreadSection({ strategy, detail, spread, actions, occasional }: SpreadSectionProps) {
  const t = useT(messages);
  const { lang } = useView();
  if (!spread.total) return null;
  const unique = [...new Map(actions.map((action) => [action.id, action])).values()];
  const first = new Set(detail.priorities.filter((one) => one.tier === 'first').flatMap((one) => one.zones));
  const zones = spread.byZone.toSorted((a, b) => Number(first.has(b.key)) - Number(first.has(a.key)) || b.n - a.n);
  return (
    <Section id="repartition" title={t('spread.title')} lede={t('spread.lede', { n: spread.total })} rule>
      <Pair
        even
        left={
          <>
            <BarChart
              caption={t('spread.zones')}
              heads={[t('spread.zones'), t('spread.head')]}
              rows={[
                ...zones.map((row) => ({ label: first.has(row.key) ? `${zoneName(row.key, lang)} (${t('spread.priorityZone')})` : zoneName(row.key, lang), n: row.n })),
                ...(spread.noZone ? [{ label: t('spread.noZone'), n: spread.noZone }] : []),
              ]}
            />
            <p class="rule-note">{t('spread.zonesRule')}</p>
          </>
        }
        right={<ByTheme detail={detail} spread={spread} />}
      />
      <h3>{t('spread.cross')}</h3>
      <DataTable
        caption={t('spread.crossCaption')}
        hideCaption
        columns={[{ label: labelOfKind('objective', lang), head: true }, ...zones.map((zone) => ({ label: zoneName(zone.key, lang), numeric: true })), { label: t('spread.objectives'), numeric: true }]}
        rows={detail.objectives.map((objective) => [
          <>
            {objective.number}. <span lang={objective.lang}>{objective.short}</span>
          </>,
          ...zones.map((zone) => spread.cross.find((cell) => cell.zone === zone.key && cell.number === objective.number)?.n ?? 0),
          spread.byObjective.find((row) => row.number === objective.number)?.n ?? 0,
        ])}
      />
      <p class="rule-note">
        {t('spread.objectivesRule')} {t('spread.crossRule')}
      </p>
      <Flagged text={t('spread.occasional', { n: occasional.size })} actions={unique.filter((action) => occasional.has(action.id))} />
      <p class="rule-note">{t('spread.occasionalRule')}</p>
      <OutsidePeriod strategy={strategy} actions={unique} />
    </Section>
  );
}

function ByTheme({ detail, spread }: { detail: StrategyDetail; spread: Spread }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const priorities = new Set(detail.priorities.filter((one) => one.family === 'thematic').flatMap((one) => one.themes.map((slug) => findTheme(slug)?.parent ?? slug)));
  const themes = spread.byTheme.filter((row) => !findTheme(row.key)?.parent).slice(0, 10);
  return (
    <>
      <BarChart
        caption={t('spread.themes')}
        heads={[t('spread.themes'), t('spread.head')]}
        rows={[
          ...themes.map((row) => ({
            label: priorities.has(row.key) ? `${themeName(row.key, lang)} (${t('spread.priority')})` : themeName(row.key, lang),
            n: row.n,
            href: to(sheetHref('theme', row.key)),
          })),
          ...(spread.noTheme ? [{ label: t('spread.noTheme'), n: spread.noTheme }] : []),
        ]}
      />
      <p class="rule-note">{t('spread.themesRule')}</p>
    </>
  );
}

function OutsidePeriod({ strategy, actions }: { strategy: SheetSummary; actions: readonly ObjectiveAction[] }) {
  const t = useT(messages);
  const outside = actions.filter((action) => isOutsidePeriod(action, strategy));
  return <Flagged text={t('spread.outside', { n: outside.length })} actions={outside} />;
}

function Flagged({ text, actions }: { text: string; actions: readonly ObjectiveAction[] }) {
  return (
    <>
      <p class="flagged">{text}</p>
      {actions.length > 0 && (
        <ul>
          {actions.map((action) => (
            <li key={action.id}>
              <ActionLink action={action} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
