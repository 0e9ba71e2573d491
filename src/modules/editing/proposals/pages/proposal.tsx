import { useT, useView } from '~/platform/i18n/index.ts';
import { Page, sheetHref, useShownValue, type ReadyField } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Field, Hero, Note, Section, type FormError } from '~/ui/index.ts';
import { useWho } from '../../forms/pages/since.tsx';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import { nameProposal, type ProposalDesk } from '../desk.ts';

export interface ProposalPageProps {
  desk: ProposalDesk;
  errors?: readonly FormError[];
  answer?: string;
  note?: string;
}

/** What somebody proposes: before and after, and the answer. */
export function ProposalPage({ desk, errors = [], answer, note }: ProposalPageProps) {
  const t = useT(messages);
  const { to, lang } = useView();
  const whoOf = useWho();
  const { proposal } = desk;
  const title = nameProposal(proposal, lang);
  const isPending = proposal.state === 'pending';
  return (
    <Page title={`${title}, ${proposal.title}`} noIndex>
      <Breadcrumb items={[{ href: to(paths.proposals.href({})), label: t('proposals.title') }, { href: to(sheetHref(proposal.kind, proposal.slug)), label: proposal.title }]} />
      <Hero size="small" title={title} eyebrow={proposal.title} lede={t('proposal.by', { who: whoOf({ actor: proposal.author, body: proposal.body, at: proposal.at }) })} />
      {note && <Note tone="confirm" sign="a-confirmer" title={note} />}
      <ErrorSummary errors={errors} title={errors.length ? t('form.errors', { n: errors.length }) : undefined} />
      <Note tone="context" title={t(`proposal.state.${proposal.state}`)}>
        {proposal.answer && <p>{t('proposal.given', { answer: proposal.answer })}</p>}
        {proposal.decidedBy && <p>{whoOf({ actor: proposal.decidedBy, body: null, at: proposal.decidedAt! })}</p>}
        {isPending && desk.isMine && !desk.isDecider && <p>{t('proposal.waitText')}</p>}
      </Note>
      {proposal.comment && (
        <Section title={t('proposal.word')}>
          <blockquote class="history-text">{proposal.comment}</blockquote>
        </Section>
      )}
      <Section title={t(proposal.act === 'edit' ? 'proposal.question' : 'proposal.answers')}>
        {desk.stale.size > 0 && isPending && <Note tone="confirm" sign="a-confirmer" title={t('proposal.stale')} />}
        {desk.ready.map((field) => <Difference key={field.spec.name} desk={desk} field={field} />)}
      </Section>
      {isPending && desk.isDecider && <Decide desk={desk} errors={errors} answer={answer} />}
      {isPending && desk.isMine && (
        <form method="post" action={to(paths.withdrawProposal.href({ id: proposal.id }))}>
          <Button kind="plain">{t('proposal.withdraw')}</Button>
        </form>
      )}
    </Page>
  );
}

function Difference({ desk: { proposal, present, stale }, field }: { desk: ProposalDesk; field: ReadyField }) {
  const t = useT(messages);
  const show = useShownValue(field);
  const { name } = field.spec;
  return (
    <section class="clash">
      <h3>{field.label}</h3>
      {proposal.act === 'edit' ? (
        <dl class="two-sides">
          <div>
            <dt class="hint">{t('proposal.present')}</dt>
            <dd class="clash-value">{show(present[name] ?? [])}</dd>
          </div>
          <div>
            <dt class="hint">{t('proposal.proposed')}</dt>
            <dd class="clash-value">{show(proposal.values[name] ?? [])}</dd>
          </div>
        </dl>
      ) : (
        <p class="clash-value">{show(proposal.values[name] ?? [])}</p>
      )}
      {stale.has(name) && <p class="hint">{t('proposal.staleText', { before: show(proposal.base[name] ?? []) })}</p>}
    </section>
  );
}

function Decide({ desk: { proposal }, errors, answer }: { desk: ProposalDesk; errors: readonly FormError[]; answer?: string }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <form method="post" action={to(paths.acceptProposal.href({ id: proposal.id }))} class="edit-form" id="champ-formulaire">
      <input type="hidden" name="version" value={String(proposal.version)} />
      <Field type="textarea" rows={3} name="reponse" label={t('proposal.answer')} hint={t('proposal.answer.hint')} optional value={answer} error={errors.find(({ name }) => name === 'reponse')?.message} />
      <div class="actions form-actions">
        <Button>{t('proposal.accept')}</Button>
        <Button kind="outline" formAction={to(paths.declineProposal.href({ id: proposal.id }))}>{t('proposal.decline')}</Button>
      </div>
    </form>
  );
}
