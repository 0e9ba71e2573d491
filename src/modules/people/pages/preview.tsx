import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Breadcrumb, Hero, Pair } from '~/ui/index.ts';
import type { Card } from '../card-queries.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { CardContent } from './card.tsx';

/** What others read of me, side by side: members, everybody. */
export function PreviewPage({ members, everybody }: { members: Card | undefined; everybody: Card | undefined }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('preview.title')} noIndex>
      <Breadcrumb items={[{ href: to(paths.card.href({})), label: t('own.title') }, { label: t('preview.title') }]} />
      <Hero title={t('preview.title')} size="title" lede={t('preview.lede')} />
      <Pair even left={<Seen title={t('preview.members')} nothing={t('preview.members.nothing')} card={members} />} right={<Seen title={t('preview.everybody')} nothing={t('preview.everybody.nothing')} card={everybody} />} />
    </Page>
  );
}

function Seen({ title, nothing, card }: { title: string; nothing: string; card: Card | undefined }) {
  const t = useT(messages);
  return (
    <div class="seen-by">
      <p class="seen-by-whom">{title}</p>
      {card ? (
        <>
          <p class="seen-by-name">{card.name ?? t('card.nameless')}</p>
          <CardContent card={card} />
        </>
      ) : (
        <p>{nothing}</p>
      )}
    </div>
  );
}
