import { useT, useView } from '~/platform/i18n/index.ts';
import { listContinents } from '~/reference/index.ts';
import { findKindByGenre, labelOfKind } from '~/sheets/index.ts';
import { change, labelOf, toQuery } from '~/sheets/ask/index.ts';
import { LinkSign } from '~/ui/index.ts';
import { sayReading } from '../asking.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ReadAnswer } from '../reading.ts';
import { signOfType } from './signs.ts';

const shownTypes = 6;

/** « 21 partenariats · 13 jumelages · 8 accords · 20 pays et territoires, 4 continents ». */
export function AnswerCount({ read }: { read: ReadAnswer }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { question } = read.resolved;
  const { total, facets, undated } = read.answer;
  const spec = question.kind ? findKindByGenre(question.kind) : undefined;
  const continents = listContinents().map((zone) => zone.slug);
  const types = question.kind && !question.type && facets.type.length > 1 ? facets.type.slice(0, shownTypes) : [];
  const without = toQuery(change(question, { from: undefined, to: undefined }), sayReading(read.reading));
  return (
    <div class="answer-count" role="status">
      <p>
        <strong>{spec && total > 0 ? labelOfKind(spec.kind, lang, total) : t('count', { n: total })}</strong>
        {types.map(({ value, count }) => (
          <a key={value} href={to(paths.show.href({}) + toQuery(change(question, { type: value }), sayReading(read.reading)))}>
            {spec?.kind === 'partnership' && <LinkSign kind={signOfType(value)} bare />} {labelOf('type', value, lang, question.kind)} <b>{count}</b>
          </a>
        ))}
        {facets.country.length > 0 && total > 0 && !question.country && !question.zone && (
          <span class="quiet">{t('count.places', { countries: facets.country.length, continents: facets.zone.filter((zone) => continents.includes(zone.value)).length })}</span>
        )}
      </p>
      {undated > 0 && (
        <p class="quiet">
          {t('undated', { n: undated })} <a href={to(paths.show.href({}) + without)}>{t('undated.link')}</a>
        </p>
      )}
    </div>
  );
}
