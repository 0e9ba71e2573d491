import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths } from '~/sheets/paths.ts';
import { labelOfType, Page } from '~/sheets/index.ts';
import { Button, Empty, Hero, SheetList, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { LawDetail, LawListed } from '../queries.ts';
import { isVerified } from '../rules.ts';

export function LawsPage({ laws, mayCreate }: { laws: LawListed[]; mayCreate: boolean }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const pending = laws.filter((law) => !isVerified(law)).length;
  return (
    <Page title={t('laws.title')} section="textes" description={t('laws.lede')}>
      <Hero title={t('laws.title')} lede={t('laws.lede')} eyebrow={t('laws.count', { n: laws.length })} actions={mayCreate && <Button kind="outline" href={to(commonPaths.create.href({ genre: 'texte' }))}>{t('laws.add')}</Button>} />
      <p>{t('laws.pending', { n: pending })}</p>
      {laws.length === 0 ? (
        <Empty title={t('laws.empty')} />
      ) : (
        <SheetList
          items={laws.map((law) => ({
            href: to(paths.law.href({ slug: law.slug })),
            title: law.title,
            context: [labelOfType('law', law.type, lang), law.start && formatPartialDate(lang, law.start)].filter(Boolean).join(' · '),
            right: <Check law={law} />,
          }))}
        />
      )}
    </Page>
  );
}

/** Who vouches for it and since when, or that nobody does yet. */
export function Check({ law }: { law: LawDetail }) {
  const t = useT(messages);
  const { lang } = useView();
  if (!isVerified(law)) return <StateMark status="a-confirmer" word={t('law.toVerify')} />;
  return <StateMark status="confirme" word={t('law.verified', { name: law.verifiedBy!, date: formatPartialDate(lang, { value: law.verifiedOn!, precision: 'day' }) })} />;
}
