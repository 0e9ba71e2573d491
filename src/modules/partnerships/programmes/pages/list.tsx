import { formatList, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfState, labelOfType, Page, sheetHref } from '~/sheets/index.ts';
import { Breadcrumb, Hero, Section, SheetList, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { messages as partnershipMessages } from '../../messages.ts';
import type { ProgrammeListed } from '../queries.ts';
import { programmePhases, programmeTypes, type ProgrammeState } from '../rules.ts';

/** What helps to cooperate, by kind. */
export function ProgrammesPage({ programmes }: { programmes: ProgrammeListed[] }) {
  const t = useT(messages);
  const common = useT(partnershipMessages);
  const { lang, to } = useView();
  return (
    <Page title={t('list.title')} section="observatoire" description={t('list.lede')}>
      <Breadcrumb items={[{ href: to('/observatoire'), label: common('menu.observatory') }, { label: t('list.title') }]} />
      <Hero title={t('list.title')} lede={t('list.lede')} />
      {programmeTypes
        .map((type) => ({ type, items: programmes.filter(({ programme }) => programme.type === type) }))
        .filter(({ items }) => items.length > 0)
        .map(({ type, items }) => (
          <Section key={type} title={labelOfType('programme', type, lang)!}>
            <SheetList
              items={items.map(({ programme, holders }) => ({
                href: to(sheetHref('programme', programme.slug)),
                title: programme.title,
                lang: programme.lang,
                meta: holders.length > 0 ? t('list.by', { names: formatList(lang, holders) }) : undefined,
                right: programme.state ? <StateMark phase={programmePhases[programme.state as ProgrammeState]} word={labelOfState('programme', programme.state, lang)} /> : undefined,
              }))}
            />
          </Section>
        ))}
    </Page>
  );
}
