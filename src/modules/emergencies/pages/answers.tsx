import { formatList, useT, useView } from '~/platform/i18n/index.ts';
import { sheetHref } from '~/sheets/index.ts';
import { BarChart, DataTable, Empty, RegionMap, Section, type MapPoint } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { AnswerOf } from '../queries.ts';
import { answers as possible, questions, type Question } from '../rules.ts';

type AnswerKey = Extract<keyof typeof messages.fr, `answer.${Question}.${string}`>;
const keyOf = (question: Question, value: string) => `answer.${question}.${value}` as AnswerKey;
const has = (answer: AnswerOf, question: Question, value: string) => (question === 'help' ? (answer.help ?? []).includes(value) : answer[question] === value);

const inSentence = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** What members answered, as figures, on the map, and one by one. */
export function AnswersSection({ answers }: { answers: readonly AnswerOf[] }) {
  const t = useT(messages);
  if (answers.length === 0) return <Section id="reponses" title={t('answers.title')}><Empty title={t('answers.none')} /></Section>;
  return (
    <Section id="reponses" title={t('answers.title')} lede={t('answers.lede', { n: answers.length })}>
      <div class="emergency-figures">
        {questions.map((question) => (
          <div key={question}>
            <BarChart caption={t(`question.${question}`)} heads={[t('answers.answer'), t('answers.bodies')]} rows={possible[question].map((value) => ({ label: t(keyOf(question, value)), n: answers.filter((answer) => has(answer, question, value)).length }))} />
          </div>
        ))}
      </div>
      <AnswersMap answers={answers} />
      <AnswersTable answers={answers} />
    </Section>
  );
}

/** Full: partners or actions there. The list under it says the same, and names those that are not on the map. */
function AnswersMap({ answers }: { answers: readonly AnswerOf[] }) {
  const t = useT(messages);
  const { to } = useView();
  const points = answers.flatMap(({ body, partners }): MapPoint[] => (body.lat !== null && body.lon !== null ? [{ lat: body.lat, lon: body.lon, label: body.title, href: to(sheetHref(body.kind, body.slug)), sign: partners === 'yes' ? 'full' : 'empty' }] : []));
  if (points.length === 0) return null;
  return (
    <figure class="emergency-map">
      <RegionMap title={t('answers.map')} points={points} width={560} height={500} id="carte-reponses" />
      <figcaption>{t('answers.legend')}</figcaption>
    </figure>
  );
}

function AnswersTable({ answers }: { answers: readonly AnswerOf[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const word = (question: 'partners' | 'news', value: string | null) => (value ? t(keyOf(question, value)) : t('answers.notYet'));
  return (
    <DataTable
      caption={t('answers.title')}
      hideCaption
      stacks
      columns={[{ label: t('answers.body'), head: true }, { label: t('answers.partners') }, { label: t('answers.news') }, { label: t('answers.help') }]}
      rows={answers.map(({ body, partners, news, help }) => [
        <a href={to(sheetHref(body.kind, body.slug))} lang="fr">{body.title}</a>, word('partners', partners), word('news', news),
        help?.length ? formatList(lang, help.map((value) => inSentence(t(keyOf('help', value))))) : t('answers.notYet'),
      ])}
    />
  );
}
