import { useT, useView } from '~/platform/i18n/index.ts';
import { findTheme, themeName } from '~/reference/index.ts';
import { sheetHref } from '~/sheets/index.ts';
import { DefinitionList, Pair, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { Priority, StrategyDetail } from '../queries.ts';
import type { Tier } from '../rules.ts';
import type { ObjectiveAction } from '../actions.ts';
import { ActionLink } from './actions.tsx';

export function Priorities({ detail, examples }: { detail: StrategyDetail; examples: readonly ObjectiveAction[] }) {
  const of = (family: Priority['family']) => detail.priorities.filter((one) => one.family === family);
  const [themes, criteria, places] = [of('thematic'), of('partner-criteria'), of('geographic')];
  if (themes.length && places.length) return <Pair even left={<Themes priorities={themes} />} right={<Tiers priorities={places} examples={examples} />} />;
  return (
    <>
      {themes.length > 0 && <Themes priorities={themes} />}
      {places.length > 0 && <Tiers priorities={places} examples={examples} />}
      {criteria.length > 0 && <Themes priorities={criteria} criteria />}
    </>
  );
}

function Themes({ priorities, criteria }: { priorities: readonly Priority[]; criteria?: boolean }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <Section title={criteria ? t('themes.criteria') : t('themes.title', { n: priorities.length })}>
      <ul class="priorities">
        {priorities.map((one) => (
          <li key={one.label}>
            <p class="priority-label">
              <a href={to(sheetHref('theme', wholeOf(one.themes)))}>
                <span lang="fr">{one.label}</span>
              </a>
            </p>
            {one.rationale && <p lang="fr">{one.rationale}</p>}
            {one.themes.length > 1 && (
              <p class="quiet">
                {one.themes.map((slug, index) => (
                  <span key={slug}>
                    {index > 0 && ' · '}
                    <a href={to(sheetHref('theme', slug))}>{themeName(slug, lang)}</a>
                  </span>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Two sub-themes of one theme are that theme: « Le climat et la biodiversité ». */
function wholeOf(themes: readonly string[]): string {
  return (themes.length > 1 && findTheme(themes[0]!)?.parent) || themes[0]!;
}

const tiers: readonly Tier[] = ['first', 'maintained', 'occasional'];

function Tiers({ priorities, examples }: { priorities: readonly Priority[]; examples: readonly ObjectiveAction[] }) {
  const t = useT(messages);
  const items = tiers.flatMap((tier) => {
    const group = priorities.filter((one) => one.tier === tier);
    return group.length ? [[t(`tier.${tier}`), <Tier key={tier} group={group} examples={tier === 'occasional' ? examples : []} />] as const] : [];
  });
  return (
    <Section title={t('tiers.title')}>
      <DefinitionList items={items} />
    </Section>
  );
}

function Tier({ group, examples }: { group: readonly Priority[]; examples: readonly ObjectiveAction[] }) {
  const t = useT(messages);
  return (
    <>
      {group.map((one) => (
        <p key={one.label} lang="fr">
          <strong>{one.label}</strong>
          {one.rationale && <span class="tier-why"> {one.rationale}</span>}
        </p>
      ))}
      {examples.length > 0 && (
        <p>
          {t('tier.example')} <ActionLink action={examples[0]!} />
        </p>
      )}
    </>
  );
}
