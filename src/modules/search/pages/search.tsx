import { useT, useView } from '~/platform/i18n/index.ts';
import { labelOfKind, Page, sheetHref } from '~/sheets/index.ts';
import { toQuery } from '~/sheets/ask/index.ts';
import { Empty, Hero, KindSign, MoreLink, Note, SearchBox, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Group, SearchResult } from '../queries.ts';
import { Results } from './results.tsx';

const observatory = '/observatoire';

export function SearchPage({ words, result }: { words?: string; result?: SearchResult }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={words ? t('title.of', { words }) : t('title')} section="recherche" noIndex={words !== undefined}>
      <Hero title={t('title')} size="small" />
      <SearchBox action={to(paths.show.href({}))} value={words} label={t('label')} hint={t('hint')} />
      {words && result ? <Answer words={words} result={result} /> : <Ideas />}
    </Page>
  );
}

function Answer({ words, result }: { words: string; result: SearchResult }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <>
      <p class="search-count" role="status">
        {t('count', { n: result.total, words })}
      </p>
      <DidYouMean result={result} />
      {result.groups.length === 0 && (
        <Empty title={t('nothing')}>
          <p>
            <a href={to(observatory)}>{t('nothing.observatory')}</a>
          </p>
        </Empty>
      )}
      {result.partial && result.groups.length > 0 && <Note tone="plain">{t('partial')}</Note>}
      {result.groups.map((group) => (
        <GroupSection key={group.kind} group={group} words={words} partial={result.partial} />
      ))}
    </>
  );
}

function DidYouMean({ result: { near } }: { result: SearchResult }) {
  const t = useT(messages);
  const { lang, to } = useView();
  if (!near.length) return null;
  return (
    <p class="near">
      {t('near')}{' '}
      {near.map((one, index) => (
        <span key={one.num}>
          {index > 0 && (index === near.length - 1 ? ` ${t('near.or')} ` : ', ')}
          <a href={to(sheetHref(one.kind, one.slug))} lang="fr">
            {one.title}
          </a>
          {one.context && <span class="sheet-context"> {one.context}</span>}
        </span>
      ))}
      {lang === 'fr' ? '\u202f?' : '?'}
    </p>
  );
}

function GroupSection({ group, words, partial }: { group: Group; words: string; partial: boolean }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const more = !partial && group.total > group.items.length;
  return (
    <Section
      id={group.genre}
      title={
        <>
          <KindSign kind={group.kind} /> {labelOfKind(group.kind, lang, group.total)}
        </>
      }
    >
      <Results items={group.items} />
      {more && <MoreLink href={to(observatory + toQuery({ words, kind: group.genre }, { lecture: 'liste' }))}>{t('all', { n: group.total })}</MoreLink>}
    </Section>
  );
}

function Ideas() {
  const t = useT(messages);
  return (
    <Section title={t('ideas')}>
      <ul>
        {(['place', 'theme', 'year', 'code'] as const).map((idea) => (
          <li key={idea}>{t(`ideas.${idea}`)}</li>
        ))}
      </ul>
    </Section>
  );
}
