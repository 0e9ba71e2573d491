import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, labelOfType, Page, sheetHref, SheetState, type Reader, type SheetSummary } from '~/sheets/index.ts';
import { Button, Empty, Hero, Section, SheetList } from '~/ui/index.ts';
import { create } from '../create.ts';
import { messages } from '../messages.ts';
import { isPast } from '../rules.ts';

/** Who goes where, who receives whom; and the three ways to add to it. */
export function VisitsPage({ visits, reader }: { visits: readonly SheetSummary[]; reader: Reader }) {
  const t = useT(messages);
  const { to, today } = useView();
  const over = (one: SheetSummary) => one.phase === 'ended' || isPast(one, today);
  const coming = visits.filter((one) => !over(one)).toReversed();
  const past = visits.filter(over);
  const at = (sorte?: string) => to(commonPaths.create.href({ genre: 'visite' }, { sorte }));
  return (
    <Page title={t('list.title')} section="agenda" description={t('list.lede')}>
      <Hero
        title={t('list.title')}
        lede={t('list.lede')}
        actions={
          create.may(reader) && (
            <>
              <Button href={at()}>{t('create.title')}</Button>
              <Button kind="outline" href={at('accueil')}>{t('create.accueil.title')}</Button>
              <Button kind="outline" href={at('delegation')}>{t('create.delegation.title')}</Button>
            </>
          )
        }
      />
      <Section title={t('list.coming')}>
        {coming.length ? <Visits visits={coming} /> : <Empty title={t('list.none')}><p>{t('list.none.text')}</p></Empty>}
      </Section>
      {past.length > 0 && <Section title={t('list.past')} rule><Visits visits={past} /></Section>}
    </Page>
  );
}

function Visits({ visits }: { visits: readonly SheetSummary[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <SheetList
      items={visits.map((one) => ({
        href: to(sheetHref('visit', one.slug)), title: one.title, lang: 'fr',
        context: [labelOfType('visit', one.type, lang), one.start ? formatPartialDate(lang, one.start) : t('when.unknown')].join(', '),
        right: <SheetState sheet={one} />,
      }))}
    />
  );
}
