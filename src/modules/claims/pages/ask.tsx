import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, getKind, Page, sheetHref } from '~/sheets/index.ts';
import { Breadcrumb, Button, DefinitionList, ErrorSummary, Field, Hero, Note } from '~/ui/index.ts';
import type { Answers } from '../draft.ts';
import type { Listed } from '../finder.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Held } from '../proofs.ts';
import { isEnough, type ClaimRole, type Proof } from '../rules.ts';
import { stepCount, type Errors, type Step } from '../steps.ts';
import { KeepingLine, useIdentity } from './keeping.tsx';

export interface AskProps {
  authority: Listed;
  answers: Answers;
  step: Step;
  held: Held;
  networks: { title: string }[];
  errors: Errors;
  /** The reader keeps it already. */
  mine: boolean;
}

/** Three steps, one question at a time: who you are, how to recognise you, send. */
export function AskPage(props: AskProps) {
  const t = useT(messages);
  const { to } = useView();
  const { authority, step, errors, mine } = props;
  return (
    <Page title={t('ask.title', { name: authority.title })} section="observatoire" noIndex>
      <Breadcrumb items={[{ href: to(paths.find.href({})), label: t('find.title') }, { label: authority.title }]} />
      <Hero title={t('ask.title', { name: authority.title })} eyebrow={useIdentity(authority)} size="title">
        <KeepingLine authority={authority} />
      </Hero>
      {mine ? <Mine authority={authority} /> : (
        <>
          <p class="claim-at">{t('ask.step', { n: step, of: stepCount })}</p>
          <ErrorSummary errors={errors.map(({ name, key }) => ({ name, message: t(key) }))} />
          <form method="post" action={to(paths.ask.href({ slug: authority.slug }))} class="claim-form">
            <input type="hidden" name="etape" value={step} />
            <StepFields {...props} />
          </form>
        </>
      )}
    </Page>
  );
}

function Mine({ authority }: { authority: Listed }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <>
      <p>{t('ask.mine')}</p>
      <p class="actions">
        <Button href={to(commonPaths.edit.href({ genre: getKind('territory').genre, slug: authority.slug }))}>{t('ask.mine.edit')}</Button>
        <Button kind="outline" href={to(sheetHref('territory', authority.slug))}>{t('ask.mine.read')}</Button>
      </p>
    </>
  );
}

function StepFields(props: AskProps) {
  if (props.step === 1) return <Who {...props} />;
  return props.step === 2 ? <How {...props} /> : <Send {...props} />;
}

function Who({ answers, errors }: AskProps) {
  const t = useT(messages);
  return (
    <>
      <h2>{t('steps.1')}</h2>
      <Field type="radio" name="role" label={t('role.label')} hint={t('role.hint')} value={answers.role?.[0]} error={useError(errors, 'role')} options={[['agent', t('role.agent')], ['elected', t('role.elected')]]} />
      <Field name="fonction" label={t('function.label')} hint={t('function.hint')} value={answers.fonction?.[0]} error={useError(errors, 'fonction')} autocomplete="organization-title" />
      <Field name="service" label={t('service.label')} hint={t('service.hint')} value={answers.service?.[0]} optional />
      <p class="actions"><Button>{t('ask.next')}</Button></p>
    </>
  );
}

function How({ authority, answers, errors, held, networks }: AskProps) {
  const t = useT(messages);
  const { to } = useView();
  const proofs: Proof[] = [...(held.domain ? ['domain' as const] : []), ...(held.siret ? ['siret' as const] : []), 'word'];
  const role = answers.role?.[0] as ClaimRole;
  const reviewer = networks[0] ? t('proof.by.network', { name: networks[0].title }) : t('proof.by.administration');
  const chosen = answers.preuve?.[0] ?? proofs[0];
  return (
    <>
      <h2>{t('steps.2')}</h2>
      {proofs.length === 1 && <p>{t('proof.none')}</p>}
      {proofs.length > 1 && role === 'elected' && <Note>{t('proof.elected')}</Note>}
      {proofs.length > 1
        ? <Field type="radio" name="preuve" label={t('proof.label')} value={chosen} error={useError(errors, 'preuve')} options={proofs.map((proof) => [proof, t(`proof.${proof}`)] as const)} />
        : <input type="hidden" name="preuve" value="word" />}
      <Field type="textarea" rows={4} name="mot" label={t('word.label')} hint={`${t('word.hint')} ${reviewer}`} value={answers.mot?.[0]} error={useError(errors, 'mot')} optional={proofs.length > 1} />
      <p class="actions">
        <Button>{t('ask.next')}</Button>
        <Button kind="plain" href={to(paths.ask.href({ slug: authority.slug }, { etape: 1 }))}>{t('ask.back')}</Button>
      </p>
    </>
  );
}

function Send({ authority, answers, errors, networks }: AskProps) {
  const t = useT(messages);
  const { to } = useView();
  const [role, proof] = [answers.role![0] as ClaimRole, answers.preuve![0] as Proof];
  const reviewer = networks[0] ? t('send.network', { name: networks[0].title }) : t('send.administration');
  return (
    <>
      <h2 id="champ-envoi">{t('steps.3')}</h2>
      <DefinitionList
        items={[
          [t('role.label'), t(`role.${role}`)],
          [t('function.label'), answers.fonction![0]],
          Boolean(answers.service?.[0]) && [t('service.label'), answers.service![0]],
          [t('proof.label'), t(`proof.${proof}`)],
          Boolean(answers.mot?.[0]) && [t('word.label'), answers.mot![0]],
        ]}
      />
      <p>{isEnough(role, proof) ? t('send.atOnce') : reviewer}</p>
      {authority.keptBy && <p>{t('send.keepers')}</p>}
      {errors.length === 0 && <p class="quiet">{t('send.promise')}</p>}
      <p class="actions">
        <Button>{t('send.do')}</Button>
        <Button kind="plain" href={to(paths.ask.href({ slug: authority.slug }, { etape: 1 }))}>{t('send.change')}</Button>
      </p>
    </>
  );
}

function useError(errors: Errors, name: string): string | undefined {
  const t = useT(messages);
  const found = errors.find((error) => error.name === name);
  return found && t(found.key);
}
