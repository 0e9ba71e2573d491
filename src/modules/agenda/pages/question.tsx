import { useT, useView } from '~/platform/i18n/index.ts';
import { countryName, listContinents, listZones, themeName } from '~/reference/index.ts';
import { findKindByGenre, labelOfKind, labelOfType } from '~/sheets/index.ts';
import { FilterSentence, Note, SentenceSelect, SentenceText } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Agenda } from '../queries.ts';

const offered = ['rencontre', 'session', 'visite', 'financement', 'action'] as const;
/** R082: what comes back every year. */
const yearly = ['semaine', 'saison', 'rendez-vous-annuel'] as const;

/** « Voir [toutes les rencontres] de [tout le réseau] avec [le monde entier] ». */
export function AgendaQuestion({ agenda, action }: { agenda: Agenda; action: string }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { question, territory } = agenda.resolved;
  const genre = question.kind ?? '';
  const other = genre === '' || offered.some((one) => one === genre) ? undefined : findKindByGenre(genre);
  const type = question.type ?? '';
  const otherType = type === '' || yearly.some((one) => one === type) ? [] : [{ value: type, label: labelOfType(other?.kind ?? findKindByGenre(genre || 'rencontre')!.kind, type, lang) ?? type }];
  const zones = [...listContinents(), ...listZones().filter((zone) => zone.kind !== 'continent')];
  const kept = Object.fromEntries(Object.entries({ pays: question.country, theme: question.theme, q: question.words }).filter(([, value]) => value)) as Record<string, string>;
  return (
    <>
      <FilterSentence small action={action} submit={t('sentence.submit')} hidden={kept}>
        <SentenceSelect
          name="genre"
          before={t('sentence.before')}
          label={t('sentence.kind')}
          value={genre}
          options={[{ value: '', label: t('kind.all') }, ...offered.map((one) => ({ value: one, label: t(`kind.${one}`) })), ...(other ? [{ value: genre, label: labelOfKind(other.kind, lang) }] : [])]}
          after=","
        />
        <SentenceSelect name="type" label={t('sentence.type')} value={type} options={[{ value: '', label: t('sentence.type.all') }, ...yearly.map((one) => ({ value: one, label: t(`type.${one}`) })), ...otherType]} after="," />
        <SentenceText name="territoire" before={t('sentence.territory.before')} label={t('sentence.territory')} value={territory?.title} placeholder={t('sentence.territory.all')} />
        <SentenceSelect
          name="zone"
          before={t('sentence.zone.before')}
          label={t('sentence.zone')}
          value={question.zone ?? ''}
          options={[{ value: '', label: t('sentence.zone.all') }, ...zones.map((zone) => ({ value: zone.slug, label: zone[lang] }))]}
        />
      </FilterSentence>
      <OtherFilters agenda={agenda} clearHref={to(paths.show.href({}))} />
    </>
  );
}

/** Filters that the sentence has no word for, and values that mean nothing here. */
function OtherFilters({ agenda, clearHref }: { agenda: Agenda; clearHref: string }) {
  const t = useT(messages);
  const { lang } = useView();
  const { question, unknown } = agenda.resolved;
  const said = [
    question.theme && t('filter.theme', { name: themeName(question.theme, lang) }),
    question.country && t('filter.country', { name: countryName(question.country, lang) }),
    question.words && t('filter.words', { name: question.words }),
    ...unknown.map((one) => t('unknown', { value: one.value })),
  ].filter(Boolean);
  if (!said.length) return null;
  return (
    <Note>
      {said.join(' ')} <a href={clearHref}>{t('filter.remove')}</a>
    </Note>
  );
}
