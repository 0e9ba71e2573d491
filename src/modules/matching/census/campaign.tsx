import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { themeName } from '~/reference/index.ts';
import { Page, sheetHref, type Body } from '~/sheets/index.ts';
import { Breadcrumb, Button, Columns, DataTable, Empty, ErrorSummary, Field, Figures, Hero, MarginNote, Pager, Section, type FormError } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Asked, Campaign, ThemeCount } from './queries.ts';

export interface CampaignPageProps {
  network: Body;
  campaign: Campaign | undefined;
  asked: readonly Asked[];
  counts: readonly ThemeCount[];
  until: string;
  /** Of the list of members. */
  page: number;
  /** A week has passed since the last mail. */
  mayRemind: boolean;
  errors?: readonly FormError[];
}

const perPage = 200;

/** The census of a network: who is asked, who answered, what they seek and offer. */
export function CampaignPage({ network, campaign, asked, counts, until, page, mayRemind, errors = [] }: CampaignPageProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const here = { slug: network.slug };
  const href = (n: number) => to(`${paths.campaign.href(here, { page: n })}#membres`);
  const reached = asked.filter((one) => one.reached);
  const answered = asked.filter((one) => one.answered);
  const day = (iso: string) => formatPartialDate(lang, { value: iso.slice(0, 10), precision: 'day' });
  return (
    <Page title={t('campaign.title')} section="reseaux" noIndex>
      <Breadcrumb items={[{ href: to(sheetHref('network', network.slug)), label: network.title }, { label: t('campaign.title') }]} />
      <Hero size="small" title={t('campaign.title')} eyebrow={network.title} lede={campaign ? t('campaign.open.lede', { since: day(campaign.openedAt), until: day(campaign.until) }) : t('campaign.lede')} />
      <ErrorSummary errors={errors} />
      <Columns
        main={
          <>
            {campaign ? (
              <Figures
                items={[
                  { value: answered.length, label: t('campaign.answered', { n: answered.length }), rule: t('campaign.answered.rule') },
                  { value: reached.length, label: t('campaign.reached', { n: reached.length }), rule: t('campaign.reached.rule') },
                  { value: asked.length, label: t('campaign.members', { n: asked.length }) },
                ]}
              />
            ) : (
              <OpenForm slug={network.slug} until={until} errors={errors} reached={reached.length} members={asked.length} />
            )}
            <Section id="themes" title={t('campaign.themes')}>
              {counts.length === 0 ? (
                <Empty title={t('campaign.themes.none')} />
              ) : (
                <DataTable
                  caption={t('campaign.themes')}
                  hideCaption
                  columns={[{ label: t('campaign.theme'), head: true }, { label: t('census.seeks'), numeric: true }, { label: t('census.offers'), numeric: true }]}
                  rows={counts.map((one) => [themeName(one.theme, lang), one.seeks, one.offers])}
                />
              )}
            </Section>
            <Section id="membres" title={t('campaign.who')}>
              <Members asked={asked.slice((page - 1) * perPage, page * perPage)} isOpen={campaign !== undefined} />
              <Pager prevHref={page > 1 ? href(page - 1) : null} nextHref={page * perPage < asked.length ? href(page + 1) : null} />
            </Section>
          </>
        }
        aside={
          campaign && (
            <MarginNote title={t('campaign.next')}>
              {mayRemind ? (
                <form method="post" action={to(paths.campaignReminder.href(here))}>
                  <Button kind="outline">{t('campaign.remind')}</Button>
                </form>
              ) : (
                <p>{t('campaign.remind.later')}</p>
              )}
              <p class="quiet">{t('campaign.remind.who')}</p>
              <form method="post" action={to(paths.campaignEnd.href(here))}>
                <Button kind="plain">{t('campaign.close')}</Button>
              </form>
              <p>
                <a href={to(paths.review.href(here))}>{t('review.title')}</a>
              </p>
            </MarginNote>
          )
        }
      />
    </Page>
  );
}

function OpenForm({ slug, until, errors, reached, members }: { slug: string; until: string; errors: readonly FormError[]; reached: number; members: number }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <form method="post" action={to(paths.campaign.href({ slug }))} class="edit-form">
      <p>{t('campaign.open.who', { reached, members })}</p>
      <Field name="jusquau" type="date" label={t('campaign.until')} hint={t('campaign.until.hint')} value={until} error={errors.find(({ name }) => name === 'jusquau')?.message} />
      <p class="actions">
        <Button icon="mail">{t('campaign.open')}</Button>
      </p>
    </form>
  );
}

function Members({ asked, isOpen }: { asked: readonly Asked[]; isOpen: boolean }) {
  const t = useT(messages);
  const { to } = useView();
  const state = (one: Asked) => (one.answered ? 'answered' : !one.reached ? 'unreached' : isOpen ? 'waiting' : 'reached');
  return (
    <ul class="plain census-members">
      {asked.map((one) => (
        <li key={one.id}>
          <a href={to(sheetHref(one.kind, one.slug))}>{one.title}</a> <span class="quiet">{t(`campaign.state.${state(one)}`)}</span>
        </li>
      ))}
    </ul>
  );
}
