import { useT, useView } from '~/platform/i18n/index.ts';
import { Button, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ClaimProps } from './claim-props.ts';

/** What comes next for who asked, and the way back. */
export function AuthorPart({ claim }: ClaimProps) {
  const t = useT(messages);
  const { to } = useView();
  const open = claim.state === 'requested' || claim.state === 'granted';
  return (
    <>
      <Section title={t('author.title')}>
        <p>{t(`author.${claim.state}`)}</p>
        {claim.state === 'granted' && claim.slug && (
          <form method="post" action={to(paths.filling.href({ id: claim.id }))}>
            <p class="actions"><Button>{t('author.fill')}</Button></p>
          </form>
        )}
        {claim.state === 'refused' && claim.slug && (
          <p class="actions">
            <Button kind="outline" href={to(paths.ask.href({ slug: claim.slug }))}>{t('author.again')}</Button>
          </p>
        )}
      </Section>
      {open && (
        <Section title={t('withdraw.title')} lede={t(claim.state === 'granted' ? 'withdraw.granted' : 'withdraw.requested')}>
          <form method="post" action={to(paths.withdrawal.href({ id: claim.id }))}>
            <p class="actions"><Button kind="outline">{t(claim.state === 'granted' ? 'withdraw.do.granted' : 'withdraw.do')}</Button></p>
          </form>
        </Section>
      )}
    </>
  );
}
