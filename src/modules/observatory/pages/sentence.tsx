import { useT, useView, type Lang } from '~/platform/i18n/index.ts';
import { countryName, goalName, listGoals, themeName, zoneName } from '~/reference/index.ts';
import { listKinds } from '~/sheets/index.ts';
import { labelOf, labelOfTerritory, parameters, pluralOfKind, states, toQuery, type Count, type Filter, type Question } from '~/sheets/ask/index.ts';
import { Field, FilterSentence, SentenceSelect, SentenceText } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ReadAnswer } from '../reading.ts';

/** The filters as a sentence that one can read aloud; what was not understood stays where it was typed. */
export function QuestionSentence({ read }: { read: ReadAnswer }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { question, territory, unknown } = read.resolved;
  const typed = (filter: Filter) => unknown.find((one) => one.filter === filter)?.value;
  const { facets } = read.answer;
  const names = (counts: Count[], name: (value: string, lang: Lang) => string) => counts.map(({ value }) => name(value, lang));
  const withWhom = question.zone ? zoneName(question.zone, lang) : question.country ? countryName(question.country, lang) : (typed('zone') ?? typed('country'));
  return (
    <FilterSentence
      action={to(paths.show.href({}))}
      hidden={read.reading === 'carte' ? {} : { lecture: read.reading }}
      actions={
        <>
          <a href={to(`/nouveautes.atom${toQuery(question)}`)}>{t('ask.follow')}</a>
          <a href={to(paths.show.href({}))}>{t('ask.clear')}</a>
        </>
      }
    >
      <SentenceSelect name={parameters.kind} before={t('ask.kind')} label={t('ask.kind.label')} value={question.kind} options={[['', t('ask.kind.all')], ...listKinds().map((spec) => [spec.genre, pluralOfKind(spec.kind, lang)] as const)]} />
      <SentenceText name={parameters.territory} before={t('ask.territory')} label={t('ask.territory.label')} placeholder={t('ask.territory.all')} value={territory ? nameOf(read) : typed('territory')} list={read.territories} />
      <SentenceText name="avec" before={t('ask.with')} label={t('ask.with.label')} placeholder={t('ask.with.all')} value={withWhom} list={[...names(facets.zone, zoneName), ...names(facets.country, countryName)]} after="," />
      <SentenceText name={parameters.theme} before={t('ask.theme')} label={t('ask.theme.label')} placeholder={t('ask.theme.all')} value={question.theme ? themeName(question.theme, lang) : typed('theme')} list={names(facets.theme, themeName)} after="," />
      <SentenceSelect name={parameters.state} label={t('ask.state.label')} value={question.state} options={[['', t('ask.state.all')], ...states.map((state) => [state, labelOf('state', state, lang)] as const)]} after="," />
      <SentenceText name={parameters.from} before={t('ask.from')} label={t('ask.from.label')} placeholder={t('ask.from.all')} value={question.from ?? typed('from')} />
      <More question={question} facets={facets} typed={typed} />
    </FilterSentence>
  );
}

/** A homonym keeps what tells it apart, so that the form asks the same again. */
function nameOf({ homonyms, resolved }: ReadAnswer): string | undefined {
  return homonyms.length ? labelOfTerritory(resolved) : resolved.territory?.title;
}

function More({ question, facets, typed }: { question: Question; facets: ReadAnswer['answer']['facets']; typed: (filter: Filter) => string | undefined }) {
  const t = useT(messages);
  const { lang } = useView();
  const types = [...new Set([...facets.type.map((one) => one.value), ...(question.type ? [question.type] : [])])];
  const open = [question.words, question.to, question.type, question.sdg].some((value) => value !== undefined) || typed('to') !== undefined;
  return (
    <details class="sentence-more" open={open}>
      <summary>{t('ask.more')}</summary>
      <div class="sentence-fields">
        <Field name={parameters.words} label={t('ask.words')} hint={t('ask.words.hint')} value={question.words} />
        <Field type="select" name={parameters.type} label={t('ask.type')} value={question.type ?? ''} options={[['', t('ask.type.all')], ...types.map((type) => [type, labelOf('type', type, lang, question.kind)] as const)]} />
        <Field type="select" name={parameters.sdg} label={t('ask.sdg')} value={question.sdg ?? ''} options={[['', t('ask.sdg.all')], ...listGoals().map(({ n }) => [String(n), `${n}. ${goalName(n, lang)}`] as const)]} />
        <Field name={parameters.to} label={t('ask.to')} value={question.to ?? typed('to')} />
      </div>
    </details>
  );
}
