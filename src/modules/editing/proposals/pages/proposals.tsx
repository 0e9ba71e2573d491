import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Hero, Section } from '~/ui/index.ts';
import { useWho } from '../../forms/pages/since.tsx';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import { nameProposal } from '../desk.ts';
import type { Proposal } from '../queries.ts';

/** What waits for one's answer, and what became of what one proposed. */
export function ProposalsPage({ waiting, mine }: { waiting: readonly Proposal[]; mine: readonly Proposal[] }) {
  const t = useT(messages);
  return (
    <Page title={t('proposals.title')} noIndex>
      <Hero size="small" title={t('proposals.title')} lede={t('proposals.lede')} />
      <Section title={t('proposals.waiting')}>{waiting.length ? <List proposals={waiting} /> : <p>{t('proposals.none')}</p>}</Section>
      <Section title={t('proposals.mine')}>{mine.length ? <List proposals={mine} /> : <p>{t('proposals.noneMine')}</p>}</Section>
    </Page>
  );
}

function List({ proposals }: { proposals: readonly Proposal[] }) {
  const t = useT(messages);
  const { to, lang } = useView();
  const whoOf = useWho();
  return (
    <ol class="history">
      {proposals.map((one) => (
        <li key={one.id}>
          <h3>
            <a href={to(paths.proposal.href({ id: one.id }))}>{t('waiting.title', { title: nameProposal(one, lang), sheet: one.title })}</a>
          </h3>
          <p class="history-who">
            {whoOf({ actor: one.author, body: one.body, at: one.at })} <span class="tag">{t(`proposal.state.${one.state}`)}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}
