import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Hero, Note } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { FromLink } from '../queries.ts';
import { isAnswered, type Given } from '../rules.ts';
import { Facts } from './facts.tsx';
import { Questions } from './questions.tsx';

/** From the mail, without signing in: what happens, three questions, and what was answered so far. */
export function LinkPage({ found, expired, token, given }: { found: FromLink; expired: boolean; token: string; given: Given | null }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const own = lang === found.lang ? undefined : found.lang;
  const isOver = expired || !found.isOpen;
  return (
    <Page title={found.title} noIndex>
      <Hero title={<span lang={own}>{found.title}</span>} size="title" eyebrow={t('link.for', { body: found.body.title })} lede={found.summary ? <span lang={own}>{found.summary}</span> : undefined} side={<Facts {...found} />} />
      {isOver ? <Note tone="context" title={t(expired ? 'link.expired' : 'link.closed')}><a href={to(paths.show.href({ slug: found.slug }))}>{t('link.sheet')}</a></Note> : (
        <>
          {given && isAnswered(given) && <Note tone="celebrate" title={t('link.noted')}>{t('link.change')}</Note>}
          <Questions action={to(paths.link.href({ token }))} given={given} />
        </>
      )}
    </Page>
  );
}

export function BrokenLinkPage() {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('link.broken')} noIndex>
      <Hero title={t('link.broken')} size="title" lede={<a href={to(paths.list.href({}))}>{t('link.all')}</a>} />
    </Page>
  );
}
