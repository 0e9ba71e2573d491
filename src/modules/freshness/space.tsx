import { useT, useView } from '~/platform/i18n/index.ts';
import type { SpacePart } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { KeptLine } from './pages/kept-line.tsx';
import { paths } from './paths.ts';
import { listKept, type Kept } from './queries.ts';
import { mostInSpace } from './rules.ts';

/** « Les fiches de Grabels »: each with its thread. */
export const space: SpacePart = {
  where: 'aside',
  order: 10,
  async draw({ primary, reader, today }) {
    const kept = await listKept(primary, reader, today, { limit: mostInSpace });
    return kept.total === 0 ? null : <KeptSheets kept={kept} body={reader.acting!.body!.title} />;
  },
};

function KeptSheets({ kept, body }: { kept: Kept; body: string }) {
  const t = useT(messages);
  const { to } = useView();
  const old = kept.sheets.filter(({ level }) => level !== 'fresh');
  return (
    <section class="space-block" id="fiches">
      <h2>{t('sheets.title', { body })}</h2>
      <p>{t('kept.rule')}</p>
      <ul class="kept">
        {kept.sheets.map((sheet) => (
          <KeptLine key={sheet.id} sheet={sheet} />
        ))}
      </ul>
      {old.length > 1 && (
        <form method="post" action={to(paths.several.href({}))}>
          <input type="hidden" name="vers" value="espace" />
          {old.map(({ id }) => (
            <input key={id} type="hidden" name="fiche" value={id} />
          ))}
          <button type="submit" class="link-like">
            {t('kept.together', { n: old.length })}
          </button>
        </form>
      )}
      {kept.total > kept.sheets.length && (
        <p>
          <a href={to(paths.sheets.href({}))}>{t('kept.all', { n: kept.total })}</a>
        </p>
      )}
    </section>
  );
}
