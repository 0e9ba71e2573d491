import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { Page, sheetHref, type Body } from '~/sheets/index.ts';
import { Breadcrumb, DataTable, Hero, Pager } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Member } from '../queries.ts';
import { filters, type Filter } from '../rules.ts';

interface Props {
  network: Body | null;
  members: readonly Member[];
  total: number;
  filter: Filter;
  page: number;
}

const perPage = 100;

/** Who is engaged, who is not yet, whose sheet waits. */
export function MembersPage({ network, members, total, filter, page }: Props) {
  const t = useT(messages);
  const { to, lang } = useView();
  const href = (n: number) => to(paths.members.href({}, { voir: filter, page: n }));
  return (
    <Page title={t('members.title')} section="animation" noIndex>
      <Breadcrumb items={[{ href: to(paths.show.href({})), label: t('title') }, { label: t('members.title') }]} />
      <Hero title={t('members.title')} size="title" eyebrow={network?.title ?? t('instance')} lede={t('members.lede', { all: members.length === total ? 1 : 0, n: members.length, total })} />
      <nav aria-label={t('members.filters')}>
        <ul class="plain desk-filters">
          {filters.map((one) => (
            <li key={one}>
              <a href={to(paths.members.href({}, { voir: one }))} aria-current={one === filter ? 'page' : undefined}>
                {t(`filter.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {members.length === 0 ? <p class="quiet">{t('members.none')}</p> : (
        <DataTable
          caption={t('members.title')}
          hideCaption
          stacks
          columns={[{ label: t('members.name'), head: true }, { label: t('members.links'), numeric: true }, { label: t('members.people'), numeric: true }, { label: t('members.confirmed') }]}
          rows={members.slice((page - 1) * perPage, page * perPage).map((one) => [
            <a href={to(sheetHref(one.kind, one.slug))}>{one.title}</a>,
            one.links,
            one.people,
            one.confirmed ? formatPartialDate(lang, { value: one.confirmed, precision: 'day' }) : t('members.never'),
          ])}
        />
      )}
      <Pager prevHref={page > 1 ? href(page - 1) : null} nextHref={page * perPage < members.length ? href(page + 1) : null} />
    </Page>
  );
}
