import { commonPaths } from '~/sheets/paths.ts';
import { useT, useView } from '~/platform/i18n/index.ts';
import { ActionMark, ActionWhen } from '~/modules/strategies/index.ts';
import { labelOfType, Page, sheetHref } from '~/sheets/index.ts';
import { Breadcrumb, Button, Hero, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { ActionList } from '../queries.ts';

/** A year a section, then those that nobody dated. */
export function ActionsPage({ actions, occasional, drafts, mayCreate }: ActionList & { mayCreate: boolean }) {
  const t = useT(messages);
  const { to, instanceName } = useView();
  const dated = actions.filter((one) => one.start);
  const years = Map.groupBy(dated, (one) => one.start!.value.slice(0, 4));
  return (
    <Page title={t('list.title')} section="actions" description={t('list.description')}>
      <Breadcrumb items={[{ href: to(commonPaths.home.href({})), label: instanceName }, { label: t('list.title') }]} />
      <Hero title={t('list.title')} lede={t('list.lede', { n: actions.length, dated: dated.length, undated: actions.length - dated.length })}>
        {mayCreate && (
          <Button kind="outline" href={to(commonPaths.create.href({ genre: 'action' }))}>
            {t('create.title')}
          </Button>
        )}
      </Hero>
      {[...years].map(([year, group]) => (
        <Section key={year} title={year} id={`annee-${year}`} rule>
          <Items actions={group} occasional={occasional} drafts={drafts} />
        </Section>
      ))}
      <Section title={t('list.undated')} id="date-inconnue" rule>
        <Items actions={actions.filter((one) => !one.start)} occasional={occasional} drafts={drafts} />
      </Section>
    </Page>
  );
}

function Items({ actions, occasional, drafts }: ActionList) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <SheetList
      items={actions.map((action) => ({
        href: to(sheetHref('action', action.slug)),
        title: action.title,
        lang: action.lang,
        meta: (
          <>
            {labelOfType('action', action.type, lang)}
            {action.start && (
              <>
                {', '}
                <ActionWhen start={action.start} end={action.end} />
              </>
            )}{' '}
            {drafts.has(action.id) && <span class="chip">{t('list.draft')}</span>}{' '}
            {occasional.has(action.id) && <span class="chip">{t('list.flag.occasional')}</span>}
          </>
        ),
        right: <ActionMark action={action} />,
      }))}
    />
  );
}
