import { findMessage, formatNumber, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfType, Page } from '~/sheets/index.ts';
import { Empty, Hero, SearchBox, Section, SheetList } from '~/ui/index.ts';
import type { Answer, Found } from '../finder.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Engaged, Shared } from '../relations.ts';
import { EngagedList } from './engaged.tsx';
import { SharedList } from './foreign.tsx';

interface FinderProps {
  text?: string;
  answer?: Answer;
  engaged: Engaged[];
  shared: Shared[];
}

/** « Trouver ma collectivité »: by name, former name or code, homonyms told apart (R007). */
export function FinderPage({ text, answer, engaged, shared }: FinderProps) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('finder.title')} section="observatoire" description={t('finder.lede')} noIndex={text !== undefined}>
      <Hero title={t('finder.title')} lede={text ? undefined : t('finder.lede')} size="title">
        <SearchBox action={to(paths.list.href({}))} value={text} label={t('finder.label')} hint={t('finder.hint')} />
      </Hero>
      {answer && <Results text={text!} answer={answer} />}
      {engaged.length > 0 && (
        <Section title={t('finder.engaged')} lede={t('finder.engaged.lede')}>
          <EngagedList engaged={engaged} />
        </Section>
      )}
      {shared.length > 0 && (
        <Section title={t('finder.shared')}>
          <SharedList shared={shared} />
        </Section>
      )}
    </Page>
  );
}

function Results({ text, answer: { found, near } }: { text: string; answer: Answer }) {
  const t = useT(messages);
  const { lang, to } = useView();
  if (!found.length) return <Empty title={t('finder.none', { text })}>{t('finder.none.text')}</Empty>;
  const title = near ? t('finder.near') : t(found.length < 30 ? 'finder.count' : 'finder.many', { n: found.length });
  return (
    <Section title={title}>
      <SheetList
        items={found.map((one) => ({
          href: to(paths.show.href({ slug: one.slug })),
          title: one.title,
          context: one.context ?? undefined,
          meta: [labelOfType('territory', one.type, lang), one.population === null ? undefined : t('finder.people', { n: formatNumber(lang, one.population) }), useMatch(one)].filter(Boolean).join(' · '),
          right: one.links ? t('finder.links', { n: one.links }) : undefined,
        }))}
      />
    </Section>
  );
}

/** Which other name was recognised. */
function useMatch({ matched, matchedKind }: Found): string | undefined {
  const { lang } = useView();
  if (!matched || matchedKind === 'misspelling') return undefined;
  return findMessage(messages, lang, matchedKind === 'former' ? 'finder.former' : 'finder.also', { name: matched });
}
