import { formatDay, translator } from '~/platform/i18n/index.ts';
import type { DeskItem, DeskPart } from '~/sheets/index.ts';
import { countAnswers } from './census/queries.ts';
import { countMade } from './introductions/queries.ts';
import { listToReview } from './matches/queries.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';

const tools: DeskPart = {
  section: 'tools',
  order: 40,
  async list({ lang }, network) {
    if (network?.kind !== 'network') return [];
    const t = translator(messages, lang);
    const { slug } = network;
    return [{ label: t('tool.census'), href: paths.campaign.href({ slug }) }, { label: t('tool.review'), href: paths.review.href({ slug }) }];
  },
};

const toReview: DeskPart = {
  section: 'prepare',
  order: 40,
  async list({ lang, primary }, network) {
    if (network?.kind !== 'network') return [];
    const t = translator(messages, lang);
    const { total } = await listToReview(primary, network.id, 1);
    return total === 0 ? [] : [{ label: t('prepare.review'), value: total, rule: t('prepare.review.rule'), href: paths.review.href({ slug: network.slug }) }];
  },
};

const census: DeskPart = {
  section: 'health',
  order: 20,
  async list({ lang, primary }, network) {
    const t = translator(messages, lang);
    const { answered, asked, campaign } = await countAnswers(primary, network?.id ?? null);
    const rule = campaign ? t(campaign.open ? 'health.census.open' : 'health.census.closed', { until: formatDay(lang, campaign.until, { dateStyle: 'long' }) }) : t('health.census.none');
    return [{ label: t('health.census'), value: t('health.census.value', { n: answered, total: asked }), rule, ...(network?.kind === 'network' ? { href: paths.campaign.href({ slug: network.slug }) } : {}) }];
  },
};

const introductions: DeskPart = {
  section: 'health',
  order: 30,
  async list({ lang, primary, today }, network): Promise<DeskItem[]> {
    const t = translator(messages, lang);
    const since = Temporal.PlainDate.from(today).subtract({ years: 1 }).toString();
    const { made, ...became } = await countMade(primary, network?.id ?? null, since);
    return [{ label: t('health.introductions'), value: made, rule: made === 0 ? t('health.introductions.none') : t('health.introductions.rule', became) }];
  },
};

export const desk: readonly DeskPart[] = [tools, toReview, census, introductions];
