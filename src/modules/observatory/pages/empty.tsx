import { useT, useView } from '~/platform/i18n/index.ts';
import { change, describe, labelOf, labelOfTerritory, toQuery, type Filter } from '~/sheets/ask/index.ts';
import { Empty } from '~/ui/index.ts';
import { sayReading } from '../asking.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ReadAnswer } from '../reading.ts';
import { Apart } from './map.tsx';

/** Why nothing was found, and what to let go of: each figure is the link that widens. */
export function EmptyAnswer({ read }: { read: ReadAnswer }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { question } = read.resolved;
  const { wider } = read.answer;
  const value = (filter: Filter) => (filter === 'territory' ? labelOfTerritory(read.resolved)! : labelOf(filter, question[filter]!, lang, question.kind));
  const changes = (filter: Filter) => (filter === 'kind' ? { kind: undefined, type: undefined } : { [filter]: undefined });
  return (
    <Empty title={t('empty.title')}>
      <p>{t('empty.question', { question: describe(read.resolved, lang) })}</p>
      {read.near.length > 0 && (
        <p>
          {t('unknown.near')}{' '}
          {read.near.map((one, index) => (
            <span key={one.num} lang="fr">
              {index > 0 && ' · '}
              <a href={to(paths.show.href({}) + toQuery(change(question, { words: one.name }), sayReading(read.reading)))}>{one.name}</a>
            </span>
          ))}
        </p>
      )}
      {wider.length > 0 && (
        <>
          <p>{t('empty.wider')}</p>
          <ul class="wider">
            {wider.map(({ filter, total }) => (
              <li key={filter}>
                <a href={to(paths.show.href({}) + toQuery(change(question, changes(filter)), sayReading(read.reading)))}>{t(`wider.${filter}`, { n: total, value: value(filter) })}</a>
              </li>
            ))}
          </ul>
          {wider.every((one) => one.total === 0) && <p>{t('empty.nothing')}</p>}
        </>
      )}
      <Apart rows={read.apart} total={0} />
    </Empty>
  );
}
