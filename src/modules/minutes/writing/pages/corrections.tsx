import { useT } from '~/platform/i18n/index.ts';
import { Section } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { DeskProps } from '../desk.ts';
import { OneButton } from './one-button.tsx';
import { labelOf } from './texts.tsx';

/** What speakers propose to read instead of what was noted: an organiser decides, with both before their eyes. */
export function Corrections({ writing, draft, review }: DeskProps) {
  const t = useT(messages);
  if (!review.corrections.length) return null;
  return (
    <Section id="corrections" title={t('corrections.title', { n: review.corrections.length })} lede={t(writing.state === 'published' ? 'corrections.published' : 'corrections.lede')} rule>
      {review.corrections.map((one) => {
        const speech = draft.speeches.find(({ id }) => id === one.roleId);
        return (
          <div key={one.id} class="correction">
            <h3 lang="fr">{speech && labelOf(speech)}</h3>
            <div class="two-texts">
              <div>
                <p class="two-texts-who">{t('corrections.now')}</p>
                <blockquote lang="fr">{speech?.said || t('silent')}</blockquote>
              </div>
              <div>
                <p class="two-texts-who">{t('corrections.proposed')}</p>
                <blockquote lang="fr">{one.text}</blockquote>
              </div>
            </div>
            <div class="actions">
              <OneButton action={paths.correction.href({ ...writing.at, id: one.id })} label={t('corrections.accept')} name="geste" value="accepter" kind="full" />
              <OneButton action={paths.correction.href({ ...writing.at, id: one.id })} label={t('corrections.decline')} name="geste" value="refuser" kind="outline" />
            </div>
          </div>
        );
      })}
    </Section>
  );
}
