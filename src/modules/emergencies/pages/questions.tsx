import { useT } from '~/platform/i18n/index.ts';
import { messages } from '../messages.ts';
import { answers, questions, type Given, type Question } from '../rules.ts';

type AnswerKey = Extract<keyof typeof messages.fr, `answer.${Question}.${string}`>;

/** Three questions, each answer a button: one click, and it can be changed. */
export function Questions({ action, given }: { action: string; given: Given | null }) {
  const t = useT(messages);
  const isGiven = (question: Question, value: string) => (question === 'help' ? (given?.help ?? []).includes(value) : given?.[question] === value);
  return (
    <form method="post" action={action} class="emergency-form">
      {questions.map((question) => (
        <fieldset key={question}>
          <legend>{t(`question.${question}`)}</legend>
          {question === 'help' && <p class="hint">{t('question.help.hint')}</p>}
          <div class="actions">
            {answers[question].map((value) => (
              <button key={value} class={isGiven(question, value) ? 'button full' : 'button outline'} type="submit" name={question} value={value} aria-pressed={isGiven(question, value)}>
                {t(`answer.${question}.${value}` as AnswerKey)}
              </button>
            ))}
          </div>
        </fieldset>
      ))}
    </form>
  );
}
