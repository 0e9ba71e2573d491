import { useT, useView } from '~/platform/i18n/index.ts';
import { Page, sheetHref, type Body } from '~/sheets/index.ts';
import { Button, Columns, Empty, Hero, MarginNote, Section } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { GroupShown, Match, Refused } from '../queries.ts';
import { GroupList } from './groups.tsx';
import { MatchCard } from './match-card.tsx';

export interface MatchesPageProps {
  me: Body;
  matches: readonly Match[];
  groups: readonly GroupShown[];
  titles: ReadonlyMap<string, Body>;
  refused: readonly Refused[];
  answered: boolean;
}

/** With whom, why, and what one can do about it. */
export function MatchesPage({ me, matches, groups, titles, refused, answered }: MatchesPageProps) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('matches.title')} section="espace" noIndex>
      <Hero size="title" title={t('matches.title')} eyebrow={me.title} lede={t('matches.lede')} />
      <Columns
        main={
          <>
            {!answered && (
              <div class="match-census">
                <p>{t('matches.census')}</p>
                <p class="gestures"><Button kind="outline" href={to(paths.census.href({}))}>{t('matches.census.do')}</Button></p>
              </div>
            )}
            {matches.length === 0 ? (
              <Empty title={t('matches.none')}>
                <p>{t('matches.none.text')}</p>
              </Empty>
            ) : (
              <ol class="matches">
                {matches.map((match) => (
                  <MatchCard key={match.b.id} match={match} titles={titles} />
                ))}
              </ol>
            )}
            {groups.length > 0 && (
              <Section id="groupes" title={t('groups.title')} lede={t('groups.lede')}>
                <GroupList groups={groups} titles={titles} me={me.id} />
              </Section>
            )}
            {refused.length > 0 && <SetAside refused={refused} />}
          </>
        }
        aside={
          <>
            <MarginNote title={t('matches.more')}>
              <ul class="plain">
                <li>
                  <a href={to(paths.cities.href({}))}>{t('cities.title')}</a>
                </li>
                <li>
                  <a href={to(paths.actors.href({}))}>{t('actors.title')}</a>
                </li>
                <li>
                  <a href={to(paths.introductions.href({}))}>{t('introductions.title')}</a>
                </li>
                <li>
                  <a href={to(paths.census.href({}))}>{t('census.title')}</a>
                </li>
              </ul>
            </MarginNote>
            <MarginNote title={t('matches.how')}>
              <p>{t('matches.how.text')}</p>
              <p>
                <a href={to(paths.method.href({}))}>{t('method.title')}</a>
              </p>
            </MarginNote>
          </>
        }
      />
    </Page>
  );
}

function SetAside({ refused }: { refused: readonly Refused[] }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Section id="ecartes" title={t('refused.title')} lede={t('refused.lede')}>
      <ul class="plain match-refused">
        {refused.map(({ other }) => (
          <li key={other.id}>
            <a href={to(sheetHref(other.kind, other.slug))}>{other.title}</a>
            <form method="post" action={to(paths.refusalEnd.href({ body: other.slug }))}>
              <button type="submit" class="link-like">
                {t('refused.back')} <span class="visually-hidden">{t('match.refuse.of', { body: other.title })}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
