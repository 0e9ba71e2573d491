import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfType, Page } from '~/sheets/index.ts';
import { Empty, Hero, SheetList, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { LawListed } from '../queries.ts';

export function LawsPage({ laws }: { laws: LawListed[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const pending = laws.filter((law) => !law.verified).length;
  return (
    <Page title={t('laws.title')} section="textes" description={t('laws.lede')}>
      <Hero title={t('laws.title')} lede={t('laws.lede')} eyebrow={t('laws.count', { n: laws.length })} />
      <p>{t('laws.pending', { n: pending })}</p>
      {laws.length === 0 ? (
        <Empty title={t('laws.empty')} />
      ) : (
        <SheetList
          items={laws.map((law) => ({
            href: to(paths.law.href({ slug: law.slug })),
            title: law.title,
            context: [labelOfType('law', law.type, lang), law.start && formatPartialDate(lang, law.start)].filter(Boolean).join(' · '),
            right: <Check verified={law.verified} />,
          }))}
        />
      )}
    </Page>
  );
}

export function Check({ verified }: { verified: boolean }) {
  const t = useT(messages);
  return verified ? <StateMark status="confirme" word={t('law.verified')} /> : <StateMark status="a-confirmer" word={t('law.toVerify')} />;
}
