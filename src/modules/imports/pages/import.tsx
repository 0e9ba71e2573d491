import { useT, useView } from '~/platform/i18n/index.ts';
import { Page, sheetHref } from '~/sheets/index.ts';
import { Breadcrumb, Button, DownloadList, ErrorSummary, Figures, Hero, Section } from '~/ui/index.ts';
import type { Checked } from '../check.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Import, Line } from '../queries.ts';
import { fates, findMissing, type Fate } from '../rules.ts';
import { ChoicesForm } from './choices.tsx';
import { ColumnsForm } from './columns.tsx';
import { LinesTable } from './lines.tsx';

interface Props {
  list: Import;
  lines: readonly Line[];
  checked: readonly Checked[];
  page: number;
}

/** The dry run, then how far the work is, then what became of each line. */
export function ImportPage({ list, lines, checked, page }: Props) {
  const t = useT(messages);
  const { to } = useView();
  const missing = findMissing(list.kind, list.columns);
  const shown = checked.map((one, index) => (lines[index]!.fate ? { ...one, fate: lines[index]!.fate!, reason: (lines[index]!.reason as Checked['reason']) ?? null } : one));
  const counts = fates.map((fate) => [fate, shown.filter((one) => one.fate === fate).length] as const).filter(([, n]) => n > 0);
  const kept = shown.filter((one) => one.fate === 'add' || one.fate === 'incomplete').length;
  const title = list.name || t('pasted');
  const isOver = list.state === 'done';
  return (
    <Page title={t('show.title', { name: title })} noIndex>
      <Breadcrumb items={[{ href: to(list.kind === 'members' ? paths.list.href({}) : sheetHref(list.about.kind, list.about.slug)), label: list.about.title }, { label: title }]} />
      <Hero title={t(`show.${list.state}`)} size="title" lede={t(`show.${list.state}.lede`, { n: list.total, about: list.about.title })} />
      {missing.length > 0 && <ErrorSummary errors={missing.map((field) => ({ name: 'colonne-0', message: t('missing', { field: t(`column.${field}`) }) }))} />}
      <Progress list={list} />
      <Figures items={counts.map(([fate, n]) => (fate === 'add' && isOver ? { value: n, label: t('fate.add.done', { n }), rule: t('fate.add.done.rule') } : { value: n, label: t(`fate.${fate}.many`, { n }), rule: t(`fate.${fate}.rule`) }))} />
      {list.kind === 'attendance' && <Counted lines={shown} />}
      {list.state === 'checked' && (
        <>
          <ChoicesForm list={list} lines={shown} />
          <div class="actions">
            {missing.length === 0 && (
              <form method="post" action={to(paths.start.href({ id: list.id }))}>
                <Button>{t('start.do', { n: kept })}</Button>
              </form>
            )}
            <form method="post" action={to(paths.removal.href({ id: list.id }))}>
              <Button kind="plain">{t('remove.do')}</Button>
            </form>
          </div>
          <p class="quiet">{t('start.private')}</p>
        </>
      )}
      <Rest list={list} lines={shown} />
      {list.state === 'checked' && <ColumnsForm list={list} sample={lines[0]?.cells ?? []} />}
      <LinesTable list={list} lines={shown} page={page} />
    </Page>
  );
}

function Progress({ list }: { list: Import }) {
  const t = useT(messages);
  const { to } = useView();
  if (list.state !== 'under-way') return null;
  return (
    <>
      <p role="status">
        <label for="avancement">{t('progress', { done: list.done, total: list.total })}</label>
      </p>
      <progress id="avancement" max={Math.max(1, list.total)} value={list.done} />
      <p>{t('progress.leave')}</p>
      <p>
        <Button kind="outline" href={to(paths.show.href({ id: list.id }))}>
          {t('progress.look')}
        </Button>
      </p>
    </>
  );
}

/** What the list counts, by the rule that the meeting's page will show. */
function Counted({ lines }: { lines: readonly Checked[] }) {
  const t = useT(messages);
  const people = lines.filter((one) => one.fate === 'add' || one.fate === 'incomplete' || one.fate === 'known');
  const elected = people.filter((one) => one.standing === 'elected').length;
  const authorities = new Set(people.flatMap((one) => (one.body?.kind === 'territory' ? [one.body.id] : []))).size;
  return <p class="import-counted">{t('counted', { people: people.length, elected, authorities })}</p>;
}

const returned: readonly Fate[] = ['incomplete', 'repeated', 'choose', 'refused'];

function Rest({ list, lines }: { list: Import; lines: readonly Checked[] }) {
  const t = useT(messages);
  const { to } = useView();
  const n = lines.filter((one) => returned.includes(one.fate)).length;
  if (n === 0) return null;
  return (
    <Section title={t('rest.title', { n })}>
      <p>{t('rest.text')}</p>
      <DownloadList items={[{ href: to(paths.rest.href({ id: list.id, file: 'lignes-a-revoir.csv' })), label: t('rest.file'), detail: t('rest.detail') }]} />
    </Section>
  );
}
