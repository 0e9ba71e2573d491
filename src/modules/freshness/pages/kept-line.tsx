import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { getKind, labelOfKind, sheetHref } from '~/sheets/index.ts';
import { Freshness, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { KeptSheet } from '../queries.ts';

/** A sheet and its thread: it fades as the confirmation grows old. */
export function KeptLine({ sheet, tick = false, from = 'espace' }: { sheet: KeptSheet; tick?: boolean; from?: 'espace' | 'fiches' }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const when = sheet.confirmedAt && formatDay(lang, sheet.confirmedAt.slice(0, 10), { month: 'long', year: 'numeric' });
  const word = sheet.justNow ? t('kept.today') : sheet.level === 'fresh' ? when! : when ? t('kept.since', { date: when }) : t('kept.never');
  const id = `fiche-${sheet.id}`;
  return (
    <li>
      {tick && <input type="checkbox" name="fiche" value={sheet.id} aria-labelledby={id} />}
      <div class="kept-name">
        <a id={id} href={to(sheetHref(sheet.kind, sheet.slug))} lang={lang === 'fr' ? undefined : 'fr'}>
          {sheet.title}
        </a>
        <span>{labelOfKind(sheet.kind, lang)}</span>
      </div>
      <div class="kept-thread">
        <Freshness level={sheet.level} />
        <StateMark status={sheet.level === 'fresh' ? 'confirme' : 'a-actualiser'} word={word} />
        {sheet.justNow && (
          <form method="post" action={to(paths.unconfirm.href({ genre: getKind(sheet.kind).genre, slug: sheet.slug }))}>
            <input type="hidden" name="vers" value={from} />
            <button type="submit" class="link-like" aria-label={t('undo.of', { title: sheet.title })}>
              {t('undo')}
            </button>
          </form>
        )}
      </div>
    </li>
  );
}
