import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { StrategyDetail } from '../queries.ts';

/** What the diagnosis recommended, and how far each is: what nobody followed is said so. */
export function Recommendations({ detail }: { detail: StrategyDetail }) {
  const t = useT(messages);
  const { lang } = useView();
  const items = detail.items.filter((item) => item.part === 'recommendation');
  if (!items.length) return null;
  return (
    <Section id="recommandations" title={t('recommendations.title')}>
      <ul class="action-rows">
        {items.map((item) => (
          <li key={item.text}>
            <p class="action-title">
              <span lang="fr">{item.text}</span>
              {item.followedNote && (
                <span class="cell-note" lang="fr">
                  {item.followedNote}
                </span>
              )}
            </p>
            <p class="action-when">{item.followedAt && formatPartialDate(lang, item.followedAt)}</p>
            <p class="action-state">{t(item.followed ? `choice.suite.${item.followed}` : 'recommendations.unknown')}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
