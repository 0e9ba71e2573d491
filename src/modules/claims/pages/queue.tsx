import { findMessage, formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfType, Page, type Body } from '~/sheets/index.ts';
import { Button, Empty, Field, Hero, Section, SheetList } from '~/ui/index.ts';
import type { Area, Place } from '../areas.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Claim } from '../queries.ts';
import { optionOf } from './missing.tsx';

interface QueueProps {
  toAnswer: Claim[];
  answered: Claim[];
  areas: Area[];
  /** For an administrator: what an area can be given to. */
  networks: { id: string; title: string }[];
  places: Place[];
  administers: boolean;
  body: Body | null;
}

/** What waits for an answer in one's area, the oldest first. */
export function QueuePage({ toAnswer, answered, areas, networks, places, administers, body }: QueueProps) {
  const t = useT(messages);
  const own = areas.filter((area) => area.networkId === body?.id).map((area) => area.territory);
  const lede = administers ? t('queue.lede.administrator') : own.length ? t('queue.lede.area', { network: body!.title, area: own.join(', ') }) : t('queue.lede.none', { network: body?.title ?? '' });
  return (
    <Page title={t('queue.title')} section="observatoire" noIndex>
      <Hero title={t('queue.title')} lede={lede} size="title" />
      <Section title={t('queue.count', { n: toAnswer.length })}>
        {toAnswer.length ? <Claims claims={toAnswer} /> : <Empty title={t('queue.empty')}>{t('queue.empty.text')}</Empty>}
      </Section>
      {answered.length > 0 && <Section title={t('queue.answered')}><Claims claims={answered} answered /></Section>}
      {administers && <Areas {...{ areas, networks, places }} />}
    </Page>
  );
}

function Claims({ claims, answered = false }: { claims: Claim[]; answered?: boolean }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const day = (iso: string) => formatDay(lang, iso.slice(0, 10), { day: 'numeric', month: 'long', year: 'numeric' });
  return (
    <SheetList
      items={claims.map((claim) => ({
        href: to(paths.show.href({ id: claim.id })),
        title: claim.title,
        context: claim.context ?? labelOfType('territory', claim.type, lang),
        meta: [claim.function, claim.missing && !claim.sheetId ? t('queue.missing') : undefined, claim.objected ? t('queue.objected') : undefined].filter(Boolean).join(' · '),
        right: answered ? findMessage(messages, lang, `state.${claim.state}`) : day(claim.createdAt),
      }))}
    />
  );
}

/** Which network answers for which region. */
function Areas({ areas, networks, places }: Pick<QueueProps, 'areas' | 'networks' | 'places'>) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Section id="territoires" title={t('areas.title')} lede={t('areas.lede')}>
      <ul class="claim-found">
        {areas.map((area) => (
          <li key={area.networkId + area.territoryId}>
            <p>{t('areas.one', { network: area.network, territory: area.territory })}</p>
            <form method="post" action={to(paths.areas.href({}))}>
              <input type="hidden" name="reseau" value={area.networkId} />
              <input type="hidden" name="territoire" value={area.territoryId} />
              <Button kind="outline" name="retirer" value="1">{t('areas.remove')}</Button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={to(paths.areas.href({}))} class="claim-form">
        <Field type="select" name="reseau" label={t('areas.network')} options={[['', t('choose')], ...networks.map((one) => [one.id, one.title] as const)]} />
        <Field type="select" name="territoire" label={t('areas.territory')} options={[['', t('choose')], ...places.map(optionOf)]} />
        <p class="actions"><Button kind="outline">{t('areas.add')}</Button></p>
      </form>
    </Section>
  );
}
