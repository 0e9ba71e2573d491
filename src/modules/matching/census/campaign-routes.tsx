import { readDate } from '~/platform/dates/typed.ts';
import { readPageNumber } from '~/platform/http/page-number.ts';
import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import type { Body, SheetAsk } from '~/sheets/index.ts';
import type { FormError } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { findNetworkHere } from '../network.ts';
import { paths } from '../paths.ts';
import { CampaignPage } from './campaign.tsx';
import { closeCampaign, createCampaign, recordReminder } from './commands.ts';
import { countInterests, findCampaign, listAsked } from './queries.ts';
import { mostCampaignDays } from './rules.ts';

const weekMs = 7 * 86_400_000;
const t = (ask: SheetAsk) => translator(messages, ask.lang);

async function draw(ask: SheetAsk, network: Body, { until, errors = [] }: { until?: string; errors?: FormError[] } = {}): Promise<Response> {
  const campaign = await findCampaign(ask.primary, network.id);
  const [asked, counts] = await Promise.all([listAsked(ask.primary, network.id, campaign?.openedAt ?? null), countInterests(ask.primary, network.id)]);
  const proposed = Temporal.PlainDate.from(ask.today).add({ days: 21 }).toString();
  const last = campaign && Date.parse(campaign.remindedAt ?? campaign.openedAt);
  return ask.page(<CampaignPage {...{ network, campaign, asked, counts, errors }} until={until ?? proposed} page={readPageNumber(ask.query('page'))} mayRemind={last !== undefined && ask.now - last > weekMs} />, { status: errors.length ? 422 : 200 });
}

/** The last day to answer: not past, and not so far that nobody answers. */
function readUntil(typed: string, today: string): { until: string } | { fault: 'date' | 'past' | 'far' } {
  const date = readDate(typed);
  if (date?.precision !== 'day') return { fault: 'date' };
  if (date.value < today) return { fault: 'past' };
  return date.value > Temporal.PlainDate.from(today).add({ days: mostCampaignDays }).toString() ? { fault: 'far' } : { until: date.value };
}

async function open(ask: SheetAsk): Promise<Response> {
  const network = await findNetworkHere(ask);
  if (!network) return ask.notFound();
  const typed = (await ask.form()).text('jusquau');
  const read = readUntil(typed, ask.today);
  if ('fault' in read) return draw(ask, network, { until: typed, errors: [{ name: 'jusquau', message: t(ask)(`campaign.until.${read.fault}`) }] });
  const made = await ask.primary.transaction().execute((tx) => createCampaign(tx, ask.actor, network.id, read.until));
  return ask.done(paths.campaign.href({ slug: network.slug }), t(ask)(made ? 'campaign.opened' : 'campaign.already'));
}

export const routes = [
  get(paths.campaign, { who: 'animator' }, async (ask: SheetAsk) => {
    const network = await findNetworkHere(ask);
    return network ? draw(ask, network) : ask.notFound();
  }),
  post(paths.campaign, { who: 'animator' }, open),
  post(paths.campaignReminder, { who: 'animator' }, async (ask: SheetAsk) => {
    const network = await findNetworkHere(ask);
    if (!network) return ask.notFound();
    const done = await ask.primary.transaction().execute((tx) => recordReminder(tx, ask.actor, network.id));
    return ask.done(paths.campaign.href({ slug: network.slug }), t(ask)(done ? 'campaign.reminded' : 'campaign.remind.later'));
  }),
  post(paths.campaignEnd, { who: 'animator' }, async (ask: SheetAsk) => {
    const network = await findNetworkHere(ask);
    const done = network && (await ask.primary.transaction().execute((tx) => closeCampaign(tx, ask.actor, network.id)));
    return network && done ? ask.done(paths.campaign.href({ slug: network.slug }), t(ask)('campaign.closed')) : ask.notFound();
  }),
];
