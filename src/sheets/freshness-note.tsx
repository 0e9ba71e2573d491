import type { PartialDate } from '~/platform/dates/partial.ts';
import { formatDay, formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { Button, Freshness, MarginNote, StateMark } from '~/ui/index.ts';
import type { SheetFrame } from './frame.ts';
import { freshnessOf } from './freshness.ts';
import { getKind } from './kinds.ts';
import { messages } from './messages.ts';
import { commonPaths } from './paths.ts';

/** When it was last said to be exact, and by whom; never hidden because it is old (invariant 30). Those who keep it say so in one click. */
export function FreshnessNote({ frame: { sheet, right, confirmation, created }, latest }: { frame: SheetFrame; latest: PartialDate | undefined }) {
  const t = useT(messages);
  const { lang, to, today } = useView();
  const spec = getKind(sheet.kind);
  const keeps = right !== null && right !== 'partner' && spec.edit !== undefined;
  if (!sheet.confirmedAt && !latest && !keeps) return null;
  const level = freshnessOf(sheet.confirmedAt, today);
  const date = sheet.confirmedAt ? formatDay(lang, sheet.confirmedAt.slice(0, 10), { day: 'numeric', month: 'long', year: 'numeric' }) : '';
  const at = { genre: spec.genre, slug: sheet.slug };
  const by = confirmation ? (confirmation.body ? `${confirmation.by}, ${confirmation.body}` : confirmation.by) : undefined;
  // said when it was written, by whoever holds it, and not again since
  const isWritten = !confirmation && sheet.confirmedAt?.slice(0, 10) === created.slice(0, 10);
  return (
    <MarginNote title={t('freshness.title')}>
      <Freshness level={level} />
      {level !== 'fresh' && (
        <p>
          <StateMark status="a-actualiser" word={t('freshness.old')} />
        </p>
      )}
      <p>{!sheet.confirmedAt ? t('freshness.never') : isWritten ? t('freshness.written', { date }) : by ? t('freshness.confirmedBy', { date, by }) : t('freshness.confirmed', { date })}</p>
      {latest && <p>{t('freshness.lastFact', { date: formatPartialDate(lang, latest) })}</p>}
      {keeps && confirmation?.mine && (
        <form method="post" action={to(commonPaths.unconfirm.href(at))}>
          <button type="submit" class="link-like">
            {t('freshness.undo')}
          </button>
        </form>
      )}
      {keeps && sheet.confirmedAt?.slice(0, 10) !== today && (
        <form method="post" action={to(commonPaths.confirm.href(at))}>
          <Button kind="outline">{t('freshness.confirm')}</Button>
        </form>
      )}
    </MarginNote>
  );
}
