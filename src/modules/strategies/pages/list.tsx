import { commonPaths } from '~/sheets/paths.ts';
import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfState, Page, sheetHref } from '~/sheets/index.ts';
import { Breadcrumb, Button, Hero, KindSign, Section, SheetList, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { StrategyListItem } from '../queries.ts';

export interface StrategiesPageProps {
  strategies: readonly StrategyListItem[];
  mayCreate: boolean;
}

export function StrategiesPage({ strategies, mayCreate }: StrategiesPageProps) {
  const t = useT(messages);
  const { to, instanceName } = useView();
  return (
    <Page title={t('list.title')} section="strategies" description={t('list.lede')}>
      <Breadcrumb items={[{ href: to(commonPaths.home.href({})), label: instanceName }, { label: t('list.title') }]} />
      <Hero title={t('list.title')} lede={t('list.lede')}>
        {mayCreate && (
          <Button kind="outline" href={to(commonPaths.create.href({ genre: 'strategie' }))}>
            {t('create.title')}
          </Button>
        )}
      </Hero>
      <Section title={t('list.adopted')} rule>
        <Items strategies={strategies.filter((one) => one.standing !== 'proposal')} />
      </Section>
      <Section title={t('list.proposals')} lede={t('list.proposalsLede')} rule>
        <Items strategies={strategies.filter((one) => one.standing === 'proposal')} />
      </Section>
    </Page>
  );
}

function Items({ strategies }: { strategies: readonly StrategyListItem[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const period = ({ start, end }: StrategyListItem) =>
    start ? (end ? t('list.period', { from: formatPartialDate(lang, start), to: formatPartialDate(lang, end) }) : t('list.from', { from: formatPartialDate(lang, start) })) : t('list.noPeriod');
  return (
    <SheetList
      items={strategies.map((one) => ({
        href: to(sheetHref('strategy', one.slug)),
        title: one.title,
        context: one.context,
        lang: one.lang,
        sign: <KindSign kind="strategy" />,
        meta: `${period(one)} · ${t('list.meta', { objectives: one.objectives, actions: one.actions })}`,
        right: <StateMark phase={one.standing === 'adopted' ? 'ongoing' : 'unknown'} word={labelOfState('strategy', one.state, lang)} />,
      }))}
    />
  );
}
