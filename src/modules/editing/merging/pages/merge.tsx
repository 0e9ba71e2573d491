import { useT, useView } from '~/platform/i18n/index.ts';
import { labelOf, Page, sheetHref, type Picked, type SheetSummary } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Field, Hero, Note, SearchBox, Section, type FormError } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { Twin } from '../queries.ts';

export interface MergePageProps {
  genre: string;
  sheet: SheetSummary;
  other?: SheetSummary;
  twins?: readonly [Twin, Twin];
  /** Somebody keeps the other one: it is not this person's to merge. */
  isKept: boolean;
  words: string;
  found?: readonly Picked[];
  errors: readonly FormError[];
}

/** R016: the other sheet is looked for, both are compared, one stays. */
export function MergePage({ genre, sheet, other, twins, isKept, words, found, errors }: MergePageProps) {
  const t = useT(messages);
  const { to } = useView();
  const here = to(paths.merge.href({ genre, slug: sheet.slug }));
  return (
    <Page title={`${t('merge.title')}, ${sheet.title}`} noIndex>
      <Breadcrumb items={[{ href: to(sheetHref(sheet.kind, sheet.slug)), label: sheet.title }, { label: t('merge.title') }]} />
      <Hero size="small" title={t('merge.title')} eyebrow={sheet.title} lede={t('merge.lede')} />
      <ErrorSummary errors={errors} title={errors.length ? t('form.errors', { n: errors.length }) : undefined} />
      <SearchBox action={here} value={words} label={t('merge.search')} />
      {found && (
        <Section title={t('merge.found', { n: found.length })}>
          <ul class="history">
            {found.map((one) => (
              <li key={one.id}>
                <a href={to(sheetHref(one.kind, one.slug))}>{labelOf(one, null)}</a>{' '}
                <Button kind="outline" href={to(paths.merge.href({ genre, slug: sheet.slug }, { autre: one.slug }))}>{t('merge.compare')}</Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {other && twins && isKept && <Note tone="confirm" title={t('merge.kept')} />}
      {other && twins && !isKept && (
        <form method="post" action={here} class="edit-form">
          <input type="hidden" name="autre" value={other.slug} />
          <div class="two-sides">
            <TwinNote sheet={sheet} twin={twins[0]} />
            <TwinNote sheet={other} twin={twins[1]} />
          </div>
          <Field
            type="radio"
            name="reste"
            label={t('merge.stays')}
            error={errors.find(({ name }) => name === 'reste')?.message}
            options={[['ici', `${labelOf(sheet, null)} (/${sheet.slug})`], ['autre', `${labelOf(other, null)} (/${other.slug})`]]}
          />
          <Field type="checkbox" name="meme" label={t('merge.confirm')} hint={t('merge.confirm.hint')} error={errors.find(({ name }) => name === 'meme')?.message} />
          <div class="actions form-actions">
            <Button>{t('merge.do')}</Button>
          </div>
        </form>
      )}
    </Page>
  );
}

function TwinNote({ sheet, twin }: { sheet: SheetSummary; twin: Twin }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <div>
      <h2>
        <a href={to(sheetHref(sheet.kind, sheet.slug))}>{labelOf(sheet, null)}</a>
      </h2>
      {sheet.summary && <p>{sheet.summary}</p>}
      <h3>{t('merge.names')}</h3>
      <ul>
        {twin.names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p>{t('merge.links', { n: twin.links })}</p>
      <p>{t('merge.keepers', { n: twin.keepers })}</p>
    </div>
  );
}
