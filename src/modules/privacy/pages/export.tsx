import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Breadcrumb, Button, DownloadList, Hero } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ExportKept } from '../queries.ts';

/** How far it is, then the two files. One may leave this page: the work goes on. */
export function ExportPage({ asked }: { asked: ExportKept }) {
  const t = useT(messages);
  const { to, lang } = useView();
  const { id, state, steps, done, until } = asked;
  return (
    <Page title={t('export.title')} noIndex>
      <Breadcrumb items={[{ href: to(paths.data.href({})), label: t('data.title') }, { label: t('export.title') }]} />
      <Hero title={t('export.title')} size="title" />
      {state === 'under-way' && (
        <>
          <p role="status">
            <label for="avancement">{steps ? t('export.progress', { done, steps }) : t('export.waiting')}</label>
          </p>
          <progress id="avancement" max={Math.max(1, steps)} value={done} />
          <p>{t('export.goOn')}</p>
          <p>
            <Button kind="outline" href={to(paths.export.href({ id }))}>
              {t('export.look')}
            </Button>
          </p>
        </>
      )}
      {state === 'failed' && <p role="status">{t('export.failed.text')}</p>}
      {state === 'ready' && (
        <>
          <p role="status">{t('export.until', { day: formatPartialDate(lang, { value: until, precision: 'day' }) })}</p>
          <DownloadList
            items={[
              { href: to(paths.file.href({ id, file: 'donnees.txt' })), label: t('export.txt'), detail: t('export.txt.detail') },
              { href: to(paths.file.href({ id, file: 'donnees.json' })), label: t('export.json'), detail: t('export.json.detail') },
            ]}
          />
        </>
      )}
    </Page>
  );
}
