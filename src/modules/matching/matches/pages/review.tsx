import { formatNumber, useT, useView } from '~/platform/i18n/index.ts';
import { Page, sheetHref, type Body } from '~/sheets/index.ts';
import { Breadcrumb, Button, Columns, Empty, ErrorSummary, Field, Hero, MarginNote, Section, type FormError } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { GroupShown, Match } from '../queries.ts';
import { GroupList } from './groups.tsx';
import { Reasons } from './reasons.tsx';

export interface ReviewPageProps {
  network: Body;
  pairs: readonly Match[];
  total: number;
  groups: readonly GroupShown[];
  titles: ReadonlyMap<string, Body>;
  /** The pair whose form was refused, and what was typed. */
  refused?: { a: string; b: string; subject: string; errors: FormError[] };
}

/** J4 step 4: the animator reads the pairs, then proposes an introduction to both, or leaves the pair as it is. */
export function ReviewPage({ network, pairs, total, groups, titles, refused }: ReviewPageProps) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('review.title')} section="reseaux" noIndex>
      <Breadcrumb items={[{ href: to(sheetHref('network', network.slug)), label: network.title }, { label: t('review.title') }]} />
      <Hero size="small" title={t('review.title')} eyebrow={network.title} lede={t('review.lede', { n: total })} />
      <ErrorSummary errors={refused?.errors ?? []} />
      <Columns
        main={
          <>
            {pairs.length === 0 ? (
              <Empty title={t('review.none')}>
                <p>{t('review.none.text')}</p>
              </Empty>
            ) : (
              <ol class="matches">
                {pairs.map((pair) => (
                  <PairToRead key={pair.a.id + pair.b.id} pair={pair} network={network} titles={titles} refused={refused && refused.a === pair.a.slug && refused.b === pair.b.slug ? refused : undefined} />
                ))}
              </ol>
            )}
            {total > pairs.length && pairs.length > 0 && <p class="quiet">{t('review.more', { n: total - pairs.length })}</p>}
            {groups.length > 0 && (
              <Section id="groupes" title={t('groups.title')} lede={t('groups.lede.network')}>
                <GroupList groups={groups} titles={titles} me={null} />
              </Section>
            )}
          </>
        }
        aside={
          <MarginNote title={t('matches.how')}>
            <p>{t('review.consent')}</p>
            <p>
              <a href={to(paths.method.href({}))}>{t('method.title')}</a>
            </p>
            <p>
              <a href={to(paths.campaign.href({ slug: network.slug }))}>{t('campaign.title')}</a>
            </p>
          </MarginNote>
        }
      />
    </Page>
  );
}

function PairToRead({ pair: { a, b, score, reasons, reached }, network, titles, refused }: { pair: Match; network: Body; titles: ReviewPageProps['titles']; refused: ReviewPageProps['refused'] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const here = { slug: network.slug };
  return (
    <li class="match">
      <h3>
        <a href={to(sheetHref(a.kind, a.slug))}>{a.title}</a> {t('review.and')} <a href={to(sheetHref(b.kind, b.slug))}>{b.title}</a>
      </h3>
      <p class="match-score">{t('match.total', { n: formatNumber(lang, score), count: Math.ceil(score) })}</p>
      <Reasons a={a} b={b} reasons={reasons} titles={titles} />
      {reached ? (
        <details open={refused !== undefined} class="match-refusal">
          <summary>
            {t('review.propose')} <span class="visually-hidden">{t('review.propose.of', { a: a.title, b: b.title })}</span>
          </summary>
          <form method="post" action={to(paths.review.href(here))}>
            <input type="hidden" name="a" value={a.slug} />
            <input type="hidden" name="b" value={b.slug} />
            <Field name={`sujet.${a.slug}.${b.slug}`} type="textarea" rows={3} label={t('introduction.subject')} hint={t('introduction.subject.hint')} value={refused?.subject ?? ''} error={refused?.errors[0]?.message} />
            <Button>{t('review.propose.do')}</Button>
          </form>
        </details>
      ) : (
        <p class="quiet">{t('review.unreached')}</p>
      )}
      <form method="post" action={to(paths.reviewed.href(here))}>
        <input type="hidden" name="a" value={a.slug} />
        <input type="hidden" name="b" value={b.slug} />
        <button type="submit" class="link-like">
          {t('review.leave')} <span class="visually-hidden">{t('review.propose.of', { a: a.title, b: b.title })}</span>
        </button>
      </form>
    </li>
  );
}
