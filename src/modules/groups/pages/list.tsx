import { useT, useView } from '~/platform/i18n/index.ts';
import { countryName } from '~/reference/index.ts';
import { commonPaths, getKind, Page } from '~/sheets/index.ts';
import { Button, Hero, Section, SheetList } from '~/ui/index.ts';
import { groupKind, messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { GroupListed } from '../queries.ts';

const order = ['pays', 'region', 'thematique', 'mission', 'comite', 'plateforme', 'travail'] as const;
type Type = (typeof order)[number];

export function GroupsPage({ groups, mayCreate }: { groups: GroupListed[]; mayCreate: boolean }) {
  const t = useT(messages);
  const kind = useT(groupKind);
  const { lang, to } = useView();
  const byType = [...Map.groupBy(groups, (group) => (group.type ?? 'travail') as Type)].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return (
    <Page title={t('list.title')} section="groupes" description={t('list.lede')}>
      <Hero title={t('list.title')} lede={t('list.lede')} eyebrow={t('list.count', { n: groups.length })} actions={mayCreate && <Button kind="outline" href={to(commonPaths.create.href({ genre: getKind('group').genre }))}>{t('list.create')}</Button>} />
      {byType.map(([type, list]) => (
        <Section key={type} title={kind(`types.${type}`)} id={type}>
          <SheetList
            items={list.map((group) => ({
              href: to(paths.show.href({ slug: group.slug })),
              title: group.title,
              lang: 'fr',
              meta: <span lang="fr">{group.summary}</span>,
              right: [group.host?.title, ...group.countries.map((code) => countryName(code, lang))].filter(Boolean).join(', '),
            }))}
          />
        </Section>
      ))}
    </Page>
  );
}
