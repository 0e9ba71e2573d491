import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, Page } from '~/sheets/index.ts';
import { Breadcrumb, Button, Empty, ErrorSummary, Hero } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Kept } from '../queries.ts';
import { KeptLine } from './kept-line.tsx';

/** Every sheet of the body that one acts for; one ticks those that are still true, and confirms them together. */
export function SheetsPage({ kept, body, refused = false }: { kept: Kept; body: string | null; refused?: boolean }) {
  const t = useT(messages);
  const { to } = useView();
  const title = body ? t('sheets.title', { body }) : t('sheets.title.none');
  const old = kept.sheets.filter(({ level }) => level !== 'fresh');
  const fresh = kept.sheets.filter(({ level }) => level === 'fresh');
  return (
    <Page title={title} noIndex section="espace" edit={old.length > 1}>
      <Breadcrumb items={[{ href: to(commonPaths.space.href({})), label: t('space') }, { label: title }]} />
      <Hero size="small" title={title} lede={kept.total > 0 ? t('sheets.lede', { n: kept.stale }) : undefined} />
      {refused && <ErrorSummary errors={[{ name: 'fiche', message: t('sheets.refused') }]} />}
      {kept.total === 0 && (
        <Empty title={t('sheets.empty')}>
          <a href={to(commonPaths.mandates.href({}))}>{t('sheets.change')}</a>
        </Empty>
      )}
      {old.length > 0 && (
        <form method="post" action={to(paths.several.href({}))}>
          <div class="kept-all">
            <p>{t('sheets.tick')}</p>
            {old.length > 1 && (
              <button type="button" class="link-like" hidden data-tick-all="fiche">
                {t('sheets.tickAll')}
              </button>
            )}
          </div>
          <ul class="kept" id="champ-fiche">
            {old.map((sheet) => (
              <KeptLine key={sheet.id} sheet={sheet} tick />
            ))}
          </ul>
          <p class="gestures">
            <Button>{t('sheets.confirm')}</Button>
          </p>
        </form>
      )}
      {fresh.length > 0 && (
        <section class="section">
          <h2>{t('sheets.fresh', { n: fresh.length })}</h2>
          <ul class="kept">
            {fresh.map((sheet) => (
              <KeptLine key={sheet.id} sheet={sheet} from="fiches" />
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
