import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { DefinitionList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { Measure } from '../queries.ts';
import { dayOf } from '../rules.ts';

/** What was decided, why, until when, and what became of the appeal. */
export function MeasureDetail({ measure }: { measure: Measure }) {
  const t = useT(messages);
  const { lang } = useView();
  const day = (iso: string) => formatDay(lang, iso, { dateStyle: 'long' });
  return (
    <DefinitionList
      items={[
        [t('measure.what'), t(`measure.${measure.what}`)],
        [t('measure.when'), t('measure.by', { date: day(dayOf(measure.at)), actor: measure.decidedBy })],
        [t('measure.reason'), t(`reason.${measure.reason}`)],
        [t('measure.reasons'), <span class="feedback-text">{measure.reasons ?? t('erased')}</span>],
        measure.until !== null && ([t('measure.until'), day(measure.until)] as const),
        measure.liftedAt !== null && ([t('measure.lifted'), day(dayOf(measure.liftedAt))] as const),
        measure.appealState !== null && ([t('measure.appeal'), <span class="feedback-text">{measure.appeal ?? t('erased')}</span>] as const),
        measure.appealState !== null && ([t('measure.appealState'), t(`appeal.${measure.appealState}`)] as const),
        measure.answer !== null && ([t('measure.answer'), <span class="feedback-text">{measure.answer}</span>] as const),
      ]}
    />
  );
}
