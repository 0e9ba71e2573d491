import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, sheetHref } from '~/sheets/index.ts';
import { Figures, Section } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import { countProgress } from '../rules.ts';
import type { Aims, Counted } from '../queries.ts';

export interface AimsBlockProps {
  aims: readonly Aims[];
  /** On whose page this is; absent in the agenda. */
  network?: { slug: string };
  maySet: boolean;
}

/** R151, R152: the year's aims, what counts towards them, and by which rule. */
export function AimsBlock({ aims, network, maySet }: AimsBlockProps) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <>
      {aims.map((one) => <OneAim key={one.network.id} aims={one} named={!network} maySet={maySet} />)}
      {network && !aims.length && (
        <Section id="objectifs" title={t('aims.none')}>
          <p>{t('aims.none.text')} <a href={to(paths.aims.href({ slug: network.slug }))}>{t('aims.set')}</a></p>
        </Section>
      )}
    </>
  );
}

function OneAim({ aims, named, maySet }: { aims: Aims; named: boolean; maySet: boolean }) {
  const t = useT(messages);
  const { to } = useView();
  const done = countProgress(aims.meetings);
  const { network, year, low, high, physical } = aims;
  return (
    <Section id={named ? `objectifs-${network.slug}` : 'objectifs'} title={named ? t('aims.titleOf', { network: network.title, year: String(year) }) : t('aims.title', { year: String(year) })} lede={t('aims.rule', { year: String(year) })}>
      <Figures
        items={[
          { value: done.webinars, label: t('aims.webinars', { n: done.webinars, low, high, same: low === high ? 'yes' : 'no' }), rule: t('aims.held', { n: done.webinarsHeld }) },
          { value: done.physical, label: t('aims.physical', { n: done.physical, aim: physical }), rule: t('aims.held', { n: done.physicalHeld }) },
        ]}
      />
      {aims.meetings.length > 0 && (
        <ul class="plain aims-meetings">
          {aims.meetings.map((one) => <Meeting key={one.id} meeting={one} />)}
        </ul>
      )}
      <p class="quiet">
        {aims.source
          ? <>{t('aims.since', { year: String(aims.since) })} <a href={to(commonPaths.document.href({ id: aims.source.document }))} lang="fr">{[aims.source.title, aims.source.locator].filter(Boolean).join(', ')}</a>.</>
          : t('aims.setBy', { by: aims.setBy, year: String(aims.since) })}{' '}
        {maySet && <a href={to(paths.aims.href({ slug: network.slug }))}>{t('aims.change')}</a>}
      </p>
    </Section>
  );
}

function Meeting({ meeting }: { meeting: Counted }) {
  const t = useT(messages);
  const { to } = useView();
  const link = (one: { slug: string; title: string }) => <a href={to(sheetHref('event', one.slug))} lang="fr">{one.title}</a>;
  return (
    <li>
      {link(meeting)}, {t(meeting.webinar ? 'aims.kind.webinar' : 'aims.kind.physical')}
      {meeting.occasion && <> ({t('aims.occasion')} {link(meeting.occasion)})</>}
    </li>
  );
}
