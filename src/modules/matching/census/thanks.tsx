import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, Page } from '~/sheets/index.ts';
import { Button, Hero, Note } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';

/** After an answer: what becomes of it. Whoever came by the link of a mail is not signed in. */
export function ThanksPage({ body, again }: { body: string | null; again: string | null }) {
  const t = useT(messages);
  const { to, account } = useView();
  return (
    <Page title={t('thanks.title')} section="espace" noIndex>
      <Hero size="title" title={t('thanks.title')} eyebrow={body ?? undefined} lede={t('thanks.lede')} />
      <p class="actions">
        {account ? <Button href={to(paths.matches.href({}))}>{t('thanks.matches')}</Button> : <Button href={to(commonPaths.signIn.href({}, { suite: to(paths.matches.href({})) }))}>{t('thanks.signIn')}</Button>}
        <a href={to(again ?? paths.census.href({}))}>{t('thanks.again')}</a>
      </p>
      <p>
        <a href={to(paths.method.href({}))}>{t('method.title')}</a>
      </p>
    </Page>
  );
}

/** A link that is over, or that its holder may no longer use. */
export function ClosedLinkPage() {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('link.closed')} noIndex>
      <Hero size="title" title={t('link.closed')} lede={t('link.closed.text')} />
      <Note>
        <p>
          <a href={to(commonPaths.signIn.href({}, { suite: to(paths.census.href({})) }))}>{t('link.closed.signIn')}</a>
        </p>
      </Note>
    </Page>
  );
}
