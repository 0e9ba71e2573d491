import { useT, useView } from '~/platform/i18n/index.ts';
import { EditFields, Page, type FieldSource, type ReadyField, type Search, type Since } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Field, Hero, Note, type FormError } from '~/ui/index.ts';
import { formatMoment } from '../../moment.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { Desk } from '../desk.ts';
import { estimateMinutes } from '../rules.ts';
import type { Shown } from '../sent.ts';
import { SinceNote } from './since.tsx';

export interface FormPageProps {
  desk: Desk;
  shown: Shown;
  ready: readonly ReadyField[];
  sources: readonly FieldSource[];
  errors?: readonly FormError[];
  searches?: ReadonlyMap<string, Search>;
  /** What others did while this person was writing. */
  since?: readonly Since[];
  /** What the form holds, when it is not what the sheet holds. */
  note?: string;
  /** A draft waits, typed then. */
  draftAt?: string;
}

/** A form of any kind of sheet: correcting it, a gesture, a new one. */
export function FormPage({ desk, shown, ready, sources, errors = [], searches, since, note, draftAt }: FormPageProps) {
  const t = useT(messages);
  const { to, lang } = useView();
  const title = desk.sheet ? t('form.titleOf', { title: desk.title, sheet: desk.sheet.title }) : desk.title;
  return (
    <Page title={errors.length ? t('form.refused', { title }) : title} noIndex edit>
      {desk.sheet && <Breadcrumb items={[{ href: to(desk.back), label: desk.sheet.title }, { label: desk.title }]} />}
      <Hero size="small" title={desk.title} eyebrow={desk.sheet && <span lang={lang === desk.sheet.lang ? undefined : desk.sheet.lang}>{desk.sheet.title}</span>} lede={desk.lede} />
      <p class="form-time">{t('form.time', { n: estimateMinutes(desk.fields) })}</p>
      {draftAt && <DraftOffer desk={desk} at={draftAt} />}
      {note && <Note tone="context" title={note} />}
      {since && <SinceNote since={since} />}
      <ErrorSummary errors={errors} title={t('form.errors', { n: errors.length })} />
      <form method="post" action={to(desk.address)} class="edit-form" id="champ-formulaire" data-draft={desk.address} data-drafts={to(paths.drafts.href({}))} data-saved={t('draft.saved')}>
        <DefaultButton label={desk.button} />
        {shown.version !== null && <input type="hidden" name="version" value={String(shown.version)} />}
        <input type="hidden" name="repere" value={shown.marks} />
        <EditFields kindMessages={desk.spec.messages} ready={ready} values={shown.values} errors={errors} searches={searches} typed={shown.sources} sources={sources} />
        {desk.isProposal && <Field type="textarea" rows={3} name="message" label={t('proposal.comment')} hint={t('proposal.comment.hint')} optional value={shown.comment} />}
        <div class="actions form-actions">
          <Button>{desk.button}</Button>
          <Button kind="plain" href={to(desk.back)}>{t('form.cancel')}</Button>
        </div>
        <p class="draft-status" role="status" />
      </form>
    </Page>
  );
}

/** Enter in a box sends the form: the first button of a form is the one that Enter presses, and it must not be a search. */
function DefaultButton({ label }: { label: string }) {
  return (
    <button type="submit" class="visually-hidden" tabIndex={-1} aria-hidden="true">
      {label}
    </button>
  );
}

function DraftOffer({ desk, at }: { desk: Desk; at: string }) {
  const t = useT(messages);
  const { to, lang } = useView();
  return (
    <Note tone="context" title={t('draft.offer', { when: formatMoment(lang, at) })}>
      <div class="actions">
        <Button kind="outline" href={to(`${desk.address}${desk.address.includes('?') ? '&' : '?'}brouillon=1`)}>{t('draft.restore')}</Button>
        <form method="post" action={to(desk.address)}>
          <Button kind="plain" name="intention" value="abandonner">{t('draft.drop')}</Button>
        </form>
      </div>
    </Note>
  );
}
