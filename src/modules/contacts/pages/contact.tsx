import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Breadcrumb, Button, DataTable, ErrorSummary, Field, Hero, Note, Section } from '~/ui/index.ts';
import { fieldOf, type Fault, type TypedOrigin } from '../form.ts';
import type { ContactWords, Line } from '../lines.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ListLine } from '../queries.ts';
import { bases, mostLines, mostPeople } from '../rules.ts';

export function useFaults(faults: readonly Fault[]) {
  const t = useT(messages);
  return faults.map((fault) => ({ name: fieldOf[fault], message: t(`fault.${fault}`, { most: mostPeople }) }));
}

function OriginFields({ typed, errorOf }: { typed: TypedOrigin; errorOf: (name: string) => string | undefined }) {
  const t = useT(messages);
  return (
    <>
      <Field name="origine" label={t('contact.origin')} hint={t('contact.origin.hint')} value={typed.origin} error={errorOf('origine')} />
      <Field type="radio" name="base" label={t('contact.basis')} value={typed.basis} error={errorOf('base')} options={bases.map((one) => [one, t(`basis.${one}`)] as const)} />
      <Field type="date" name="depuis" label={t('contact.basisOn')} hint={t('contact.basisOn.hint')} value={typed.basisOn} error={errorOf('depuis')} />
    </>
  );
}

function ListsField({ lists, chosen, label, error }: { lists: readonly ListLine[]; chosen: readonly string[]; label: string; error?: string }) {
  return lists.length > 0 ? <Field type="checkboxes" name="liste" label={label} values={chosen} options={lists.map((one) => [one.id, one.name] as const)} error={error} /> : null;
}

export interface ContactPageProps {
  /** Null: a new one. */
  id: string | null;
  words: ContactWords;
  typed: TypedOrigin;
  lists: readonly ListLine[];
  chosen: readonly string[];
  faults?: readonly Fault[];
}

export function ContactPage({ id, words, typed, lists, chosen, faults = [] }: ContactPageProps) {
  const t = useT(messages);
  const { to } = useView();
  const errors = useFaults(faults);
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  const title = t(id ? 'contact.edit' : 'contact.new');
  return (
    <Page title={title} noIndex edit>
      <Breadcrumb items={[{ href: to(paths.lists.href({})), label: t('title') }, { label: title }]} />
      <Hero size="title" title={title} lede={id ? undefined : t('contact.new.lede')} />
      <ErrorSummary errors={errors} />
      <form method="post" action={to(id ? paths.contact.href({ id }) : paths.create.href({}))}>
        <Field type="email" name="courriel" label={t('contact.mail')} value={words.mail} error={errorOf('courriel')} />
        <Field name="nom" label={t('contact.name')} optional value={words.name} />
        <Field name="fonction" label={t('contact.function')} optional value={words.function} />
        <Field name="organisme" label={t('contact.organisation')} optional value={words.organisation} />
        <Field type="textarea" rows={2} name="note" label={t('contact.note')} hint={t('contact.note.hint')} optional value={words.note} error={errorOf('note')} />
        <OriginFields typed={typed} errorOf={errorOf} />
        <ListsField lists={lists} chosen={chosen} label={t('contact.lists')} />
        <div class="actions"><Button>{t('contact.save')}</Button></div>
      </form>
      {id && (
        <form class="quiet-form" method="post" action={to(paths.remove.href({ id }))}>
          <Button kind="outline">{t('contact.remove')}</Button>
          <p class="hint">{t('contact.remove.hint')}</p>
        </form>
      )}
    </Page>
  );
}

export interface Fate {
  line: Line;
  fate: 'new' | 'known' | 'twice' | 'refused' | 'mail.missing' | 'mail.wrong' | 'long';
}

export interface PastePageProps {
  text: string;
  typed: TypedOrigin;
  lists: readonly ListLine[];
  chosen: readonly string[];
  faults?: readonly Fault[];
  /** What each line would become; nothing is written yet. */
  dry?: { fates: readonly Fate[]; good: number; unread: readonly string[]; more: boolean };
  /** What was just written, while some lines remain to be corrected. */
  done?: string;
}

export function PastePage({ text, typed, lists, chosen, faults = [], dry, done }: PastePageProps) {
  const t = useT(messages);
  const { to } = useView();
  const errors = useFaults(faults);
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <Page title={t('paste')} noIndex edit>
      <Breadcrumb items={[{ href: to(paths.lists.href({})), label: t('title') }, { label: t('paste') }]} />
      <Hero size="title" title={t('paste')} lede={t('paste.lede')} />
      {done && <Note title={done} sign="confirme" />}
      <ErrorSummary errors={errors} />
      <form method="post" action={to(paths.paste.href({}))} encType="multipart/form-data">
        {dry && (
          <Section title={t('paste.fate')} lede={t('paste.good')}>
            {dry.unread.length > 0 && <p>{t('paste.unread', { columns: dry.unread.join(', ') })}</p>}
            {dry.more && <p>{t('paste.more', { n: mostLines })}</p>}
            <DataTable
              caption={t('paste.fate')} hideCaption
              columns={[{ label: t('paste.line'), numeric: true }, { label: t('contact.mail'), head: true }, { label: t('contact.name') }, { label: t('paste.fate') }]}
              rows={dry.fates.map(({ line, fate }) => [line.number, line.words.mail, line.words.name, t(`fate.${fate}`)])}
            />
            {dry.good > 0 && <div class="actions"><Button name="geste" value="enregistrer">{t('paste.write', { n: dry.good })}</Button></div>}
          </Section>
        )}
        <Field type="textarea" rows={8} name="lignes" label={t('paste.text')} hint={t('paste.text.hint')} value={text} error={errorOf('lignes')} />
        <Field type="file" name="fichier" optional label={t('paste.file')} accept=".csv,.txt,text/csv" />
        <OriginFields typed={typed} errorOf={errorOf} />
        <ListsField lists={lists} chosen={chosen} label={t('contact.lists')} />
        <div class="actions"><Button kind={dry ? 'outline' : 'full'}>{t('paste.check')}</Button></div>
      </form>
    </Page>
  );
}
