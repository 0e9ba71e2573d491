import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Field, Hero, type Crumb } from '~/ui/index.ts';
import { fieldOf, type Typed } from '../form.ts';
import { messages } from '../messages.ts';
import { longestReason, longestText, longestTitle, type Fault } from '../rules.ts';

export interface WriteFormProps {
  action: string;
  /** What is written: a reply has no title. */
  what: 'discussion' | 'question' | 'reply';
  typed: Typed;
  faults?: readonly Fault[];
}

/** The sentences of refusals, at their fields. */
export function useFaults(faults: readonly Fault[]) {
  const t = useT(messages);
  const most = (fault: Fault) => (fault === 'title.long' ? longestTitle : fault === 'reason.long' ? longestReason : longestText);
  return faults.map((fault) => ({ name: fieldOf[fault], message: t(`fault.${fault}`, { most: most(fault) }) }));
}

export function WriteForm({ action, what, typed, faults = [] }: WriteFormProps) {
  const t = useT(messages);
  const { to } = useView();
  const errors = useFaults(faults);
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <form class="write-form" method="post" action={to(action)} encType="multipart/form-data">
      <input type="hidden" name="cle" value={typed.key} />
      {what !== 'reply' && <Field name="titre" label={t(`field.title.${what}`)} value={typed.title} error={errorOf('titre')} />}
      <Field type="textarea" name="texte" rows={what === 'reply' ? 5 : 8} label={t(what === 'reply' ? 'reply.text' : `field.text.${what}`)} hint={t('field.text.hint')} value={typed.text} error={errorOf('texte')} />
      {typed.kept.length > 0 && (
        <Field type="checkboxes" name="piece" label={t('field.kept')} options={typed.kept.map(({ id, name }) => [id, name] as const)} values={typed.kept.map(({ id }) => id)} />
      )}
      <Field type="file" name="fichiers" multiple optional label={t('field.files')} hint={t('field.files.hint')} error={errorOf('fichiers')} />
      <div class="actions">
        <Button>{t(`send.${what}`)}</Button>
      </div>
    </form>
  );
}

export interface NewThreadPageProps extends WriteFormProps {
  what: 'discussion' | 'question';
  crumbs: readonly Crumb[];
  group: string | null;
}

/** Two fields; nothing typed is lost. */
export function NewThreadPage({ crumbs, group, ...form }: NewThreadPageProps) {
  const t = useT(messages);
  const title = t(form.what === 'question' ? 'ask.title' : 'open.title');
  const lede = group === null ? t('ask.lede.peers') : t(form.what === 'question' ? 'ask.lede.group' : 'open.lede', { group });
  return (
    <Page title={title} section="groupes" noIndex edit>
      <Breadcrumb items={[...crumbs, { label: title }]} />
      <Hero size="title" title={title} lede={lede} />
      <ErrorSummary errors={useFaults(form.faults ?? [])} />
      <WriteForm {...form} />
    </Page>
  );
}
