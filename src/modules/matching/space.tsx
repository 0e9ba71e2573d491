import { useT, useView } from '~/platform/i18n/index.ts';
import type { SpacePart } from '~/sheets/index.ts';
import { findMe } from './me.ts';
import { listMatches, type Match } from './matches/queries.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';

/** « Des membres à rencontrer »: the three best, or the census when nothing is known yet. */
export const space: SpacePart = {
  where: 'aside',
  order: 20,
  async draw({ primary, reader }) {
    const me = findMe(reader);
    return me ? <Nearest matches={await listMatches(primary, me.id, 3)} /> : null;
  },
};

function Nearest({ matches }: { matches: readonly Match[] }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <section class="space-block">
      <h2>{t('space.title')}</h2>
      {matches.length === 0 ? (
        <p>{t('space.none')}</p>
      ) : (
        <ul class="plain">
          {matches.map(({ b }) => (
            <li key={b.id}>
              <a href={`${to(paths.matches.href({}))}#avec-${b.slug}`}>{b.title}</a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={to(matches.length === 0 ? paths.census.href({}) : paths.matches.href({}))}>{t(matches.length === 0 ? 'space.census' : 'space.all')}</a>
      </p>
      {matches.length > 0 && (
        <>
          <p>
            <a href={to(paths.introductions.href({}))}>{t('introductions.title')}</a>
          </p>
          <p>
            <a href={to(paths.census.href({}))}>{t('census.title')}</a>
          </p>
        </>
      )}
    </section>
  );
}
