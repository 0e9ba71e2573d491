import { useT, useView } from '~/platform/i18n/index.ts';
import { labelOfState, labelOfType, Page } from '~/sheets/index.ts';
import { Empty, Hero, SheetList, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { SchemeListed } from '../queries.ts';
import { Amount } from './amount.tsx';

export function SchemesPage({ schemes }: { schemes: SchemeListed[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <Page title={t('schemes.title')} section="financements" description={t('schemes.lede')}>
      <Hero title={t('schemes.title')} lede={t('schemes.lede')} eyebrow={t('schemes.count', { n: schemes.length })} />
      {schemes.length === 0 ? (
        <Empty title={t('schemes.empty')} />
      ) : (
        <SheetList
          items={schemes.map((one) => ({
            href: to(paths.scheme.href({ slug: one.slug })),
            title: one.title,
            context: [labelOfType('funding', one.type, lang), ...one.funders].filter(Boolean).join(' · '),
            meta: one.detail.amount ? <Amount money={one.detail.amount} /> : undefined,
            right: <StateMark phase={one.phase as 'ongoing'} word={labelOfState('funding', one.state, lang) ?? ''} />,
          }))}
        />
      )}
    </Page>
  );
}
