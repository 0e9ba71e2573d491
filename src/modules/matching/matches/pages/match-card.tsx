import { formatNumber, useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, sheetHref, type Body } from '~/sheets/index.ts';
import { Button } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { Match } from '../queries.ts';
import { Reasons } from './reasons.tsx';

/** Somebody to meet, why, and the two gestures: ask, or « pas pour nous ». */
export function MatchCard({ match, titles }: { match: Match; titles: ReadonlyMap<string, Body> }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { a, b, score, reasons, reached, introduction } = match;
  const open = introduction && (introduction.state === 'open' || introduction.state === 'agreed') ? introduction : null;
  return (
    <li class="match" id={`avec-${b.slug}`}>
      <h2>
        <a href={to(sheetHref(b.kind, b.slug))}>{b.title}</a>
      </h2>
      <p class="match-score">{t('match.total', { n: formatNumber(lang, score), count: Math.ceil(score) })}</p>
      <Reasons a={a} b={b} reasons={reasons} titles={titles} />
      <div class="gestures">
        {open ? (
          <Button kind="outline" href={to(paths.introduction.href({ id: open.id }))}>
            {t(open.state === 'agreed' ? 'match.introduced' : 'match.waiting')}
          </Button>
        ) : reached ? (
          <Button kind="outline" href={to(paths.newIntroduction.href({}, { avec: b.slug }))}>
            {t('match.ask')}
          </Button>
        ) : (
          <span>{t('match.unreached', { body: b.title })}</span>
        )}
        {reached && <a href={to(commonPaths.commonProject.href({}, { avec: b.slug }))}>{t('match.project')}</a>}
      </div>
      {!open && <Refusal match={match} />}
    </li>
  );
}

/** Said in two clicks, with a reason or without: the reason teaches. */
function Refusal({ match: { b, reasons } }: { match: Match }) {
  const t = useT(messages);
  const { to } = useView();
  const codes = [...new Set(reasons.map(({ code }) => code))];
  return (
    <details class="match-refusal">
      <summary>
        {t('match.refuse')} <span class="visually-hidden">{t('match.refuse.of', { body: b.title })}</span>
      </summary>
      <form method="post" action={to(paths.refusal.href({ body: b.slug }))}>
        <fieldset>
          <legend>{t('match.refuse.why')}</legend>
          <div class="choices">
            <label class="choice">
              <input type="radio" name="raison" value="" checked /> <span>{t('match.refuse.none')}</span>
            </label>
            {codes.map((code) => (
              <label key={code} class="choice">
                <input type="radio" name="raison" value={code} /> <span>{t(`lesson.${code}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <p class="quiet">{t('match.refuse.what')}</p>
        <Button kind="outline">{t('match.refuse')}</Button>
      </form>
    </details>
  );
}
