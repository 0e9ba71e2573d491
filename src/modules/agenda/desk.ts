import { translator } from '~/platform/i18n/index.ts';
import type { DeskPart } from '~/sheets/index.ts';
import { listAims } from './aims/queries.ts';
import { countProgress } from './aims/rules.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';

const tool: DeskPart = {
  section: 'tools',
  order: 70,
  list: async ({ lang }, network) => (network?.kind === 'network' ? [{ label: translator(messages, lang)('tool.aims'), href: paths.aims.href({ slug: network.slug }) }] : []),
};

/** What the network wants of the year, and how far it is (R151, R152). */
const aims: DeskPart = {
  section: 'health',
  order: 10,
  async list({ lang, primary, reader, today }, network) {
    if (!network) return [];
    const t = translator(messages, lang);
    const year = today.slice(0, 4);
    const [set] = await listAims(primary, reader, Number(year), network.id);
    if (!set) return [];
    const { webinars, webinarsHeld, physical, physicalHeld } = countProgress(set.meetings);
    const href = paths.aims.href({ slug: network.slug });
    return [
      { label: t('health.webinars', { year }), value: t('health.webinars.value', { n: webinars, low: set.low, high: set.high, same: set.low === set.high ? 'yes' : 'no' }), rule: t('health.aims.rule', { n: webinarsHeld }), href },
      { label: t('health.physical', { year }), value: t('health.physical.value', { n: physical, wanted: set.physical }), rule: t('health.aims.rule', { n: physicalHeld }), href },
    ];
  },
};

export const desk: readonly DeskPart[] = [tool, aims];
