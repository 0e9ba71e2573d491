import { useT, useView, translator } from '~/platform/i18n/index.ts';
import { MarginNote } from '~/ui/index.ts';
import type { SheetFrame } from './frame.ts';
import { getKind } from './kinds.ts';
import { messages } from './messages.ts';
import { commonPaths } from './paths.ts';

/** What one may do with a sheet: nobody is shown a gesture that would be refused. */
export function SheetTools({ frame: { sheet, right, acts } }: { frame: SheetFrame }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const spec = getKind(sheet.kind);
  const at = { genre: spec.genre, slug: sheet.slug };
  const words = translator(spec.messages, lang);
  return (
    <MarginNote title={t('tools.title')} screenOnly>
      <ul class="plain tools">
        {right && spec.edit && (
          <li>
            <a href={to(commonPaths.edit.href(at))}>{t(right === 'partner' ? 'tools.propose' : 'tools.edit')}</a>
          </li>
        )}
        {acts.map((act) => (
          <li key={act}>
            <a href={to(commonPaths.act.href({ ...at, act }))}>{words(`act.${act}`)}</a>
          </li>
        ))}
        {(right === 'animator' || right === 'administrator') && (
          <li>
            <a href={to(commonPaths.merge.href(at))}>{t('tools.merge')}</a>
          </li>
        )}
        <li>
          <a href={to(commonPaths.history.href(at))}>{t('tools.history')}</a>
        </li>
        <li>
          <a href={to(commonPaths.follow.href(at))}>{t('tools.follow')}</a>
        </li>
        <li>
          <a href={to(commonPaths.report.href({}, { fiche: `${spec.genre}/${sheet.slug}` }))} rel="nofollow">
            {t('report.write')}
          </a>
        </li>
      </ul>
    </MarginNote>
  );
}
