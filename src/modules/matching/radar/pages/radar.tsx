import { formatList, formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { themeName } from '~/reference/index.ts';
import { commonPaths, freshnessOf, getKind, sheetHref, type Body } from '~/sheets/index.ts';
import { Section, StateMark } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { Worker } from '../queries.ts';

export interface RadarProps {
  /** What the place is called. */
  place: string;
  workers: readonly Worker[];
  /** For whom the reader acts; null when they cannot propose anything. */
  me: Body | null;
  /** Of a country: with which partners. */
  country?: boolean;
}

/**
 * Who works there, on what, since when, how fresh it is; for members, one gesture: « Proposer un échange ». A city's own page
 * compares its partners just above: of those, the gesture only.
 */
export function Radar({ place, workers, me, country = false }: RadarProps) {
  const t = useT(messages);
  const { to, account, path } = useView();
  const others = workers.filter(({ id }) => id !== me?.id);
  const listed = country || me ? others : others.filter(({ isPartner }) => !isPartner);
  if (others.length === 0 || (account && listed.length === 0)) return null;
  return (
    <Section id="partager" title={t(country ? 'radar.country' : 'radar.title', { place })} lede={t('radar.lede')}>
      {listed.length > 0 && (
        <ul class="radar">
          {listed.map((worker) => (
            <WorkerLine key={worker.id} worker={worker} me={me} country={country} />
          ))}
        </ul>
      )}
      {me && (
        <p>
          {t('radar.trip')} <a href={to(commonPaths.create.href({ genre: getKind('visit').genre }))}>{t('radar.trip.do')}</a>
        </p>
      )}
      {!account && (
        <p>
          <a href={to(commonPaths.signIn.href({}, { suite: to(path) }))} rel="nofollow">
            {t('radar.signIn')}
          </a>
        </p>
      )}
    </Section>
  );
}

function WorkerLine({ worker, me, country }: { worker: Worker; me: Body | null; country: boolean }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <li>
      <h3>
        <a href={to(sheetHref(worker.kind, worker.slug))}>{worker.title}</a>
      </h3>
      {(country || !worker.isPartner) && <Facts worker={worker} country={country} />}
      {me && (worker.reached ? (
        <p>
          <a class="button outline" href={to(paths.newIntroduction.href({}, { avec: worker.slug }))}>
            {t('radar.propose')} <span class="visually-hidden">{t('radar.propose.to', { body: worker.title })}</span>
          </a>
        </p>
      ) : (
        <p class="quiet">{t('radar.unreached')}</p>
      ))}
    </li>
  );
}

function Facts({ worker, country }: { worker: Worker; country: boolean }) {
  const t = useT(messages);
  const { lang, today } = useView();
  const { isPartner, partners, themes, since, actions, confirmedAt } = worker;
  const facts = [
    country && partners.length > 0 && t('radar.partners', { partners: formatList(lang, partners) }),
    themes.length > 0 ? t('radar.themes', { themes: formatList(lang, themes.slice(0, 5).map((slug) => themeName(slug, lang))) }) : t('radar.themes.none'),
    isPartner && (since ? t('radar.since', { since: formatPartialDate(lang, since) }) : t('radar.since.unknown')),
    actions > 0 && t('radar.actions', { n: actions }),
  ].filter(Boolean);
  return (
    <ul class="plain radar-facts">
      {facts.map((fact, index) => (
        <li key={index}>{fact}</li>
      ))}
      <li>
        {confirmedAt ? (
          <StateMark status={freshnessOf(confirmedAt, today) === 'fresh' ? 'confirme' : 'a-actualiser'} word={t('radar.confirmed', { date: formatPartialDate(lang, { value: confirmedAt.slice(0, 10), precision: 'day' }) })} />
        ) : (
          t('radar.unconfirmed')
        )}
      </li>
    </ul>
  );
}
