import { countryName } from '~/reference/index.ts';
import { commonPaths, type CountryPart, type SheetPart } from '~/sheets/index.ts';
import { useT, useView } from '~/platform/i18n/index.ts';
import { MarginNote } from '~/ui/index.ts';
import { findMe } from '../me.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { Radar } from './pages/radar.tsx';
import { listConvergences, listWorkers } from './queries.ts';

/** On a territory abroad: as soon as two work there, or when the reader may meet the one who does. */
const territory: SheetPart = {
  kinds: ['territory'], where: 'main', order: 20,
  async draw({ db, reader }, { sheet }) {
    if (sheet.countries.includes('FR')) return null;
    const workers = await listWorkers(db, reader, { territory: sheet.id });
    const me = findMe(reader) ?? null;
    const others = workers.filter(({ id }) => id !== me?.id);
    return workers.length > 1 || (me && others.length > 0) ? <Radar place={sheet.title} workers={workers} me={me} /> : null;
  },
};

/** On a country's page. */
export const country: CountryPart = {
  order: 20,
  async draw({ db, reader, lang }, iso) {
    const workers = await listWorkers(db, reader, { country: iso });
    return workers.length > 0 ? <Radar place={countryName(iso, lang)} workers={workers} me={findMe(reader) ?? null} country /> : null;
  },
};

/** R068: on the authority's own page, for those who speak for it. */
const convergences: SheetPart = {
  kinds: ['territory'], where: 'aside', order: 30,
  async draw({ db, reader }, { sheet }) {
    const me = findMe(reader);
    if (me?.id !== sheet.id) return null;
    const actors = await listConvergences(db, reader, sheet.id);
    return actors.length > 0 ? <ActorsNote names={actors.slice(0, 3).map(({ title }) => title)} total={actors.length} /> : null;
  },
};

function ActorsNote({ names, total }: { names: readonly string[]; total: number }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <MarginNote title={t('actors.title')}>
      <ul class="plain">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p>
        <a href={to(paths.actors.href({}))}>{t('actors.all', { n: total })}</a>
      </p>
    </MarginNote>
  );
}

/** On a group's page: those who are in it open a project together. */
const group: SheetPart = {
  kinds: ['group'], where: 'aside', order: 40,
  async draw({ reader }, { sheet }) {
    return findMe(reader) && reader.groups?.includes(sheet.id) ? <GroupNote slug={sheet.slug} /> : null;
  },
};

function GroupNote({ slug }: { slug: string }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <MarginNote title={t('project.new')}>
      <p>{t('project.new.group')}</p>
      <p>
        <a href={to(commonPaths.commonProject.href({}, { groupe: slug }))}>{t('project.new.do')}</a>
      </p>
    </MarginNote>
  );
}

/** On a network's page, for its animator: the census and the pairs to read. */
const network: SheetPart = {
  kinds: ['network'], where: 'aside', order: 40,
  async draw({ reader }, { sheet }) {
    return reader.acting?.role === 'animator' && reader.acting.body?.id === sheet.id ? <NetworkNote slug={sheet.slug} /> : null;
  },
};

function NetworkNote({ slug }: { slug: string }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <MarginNote title={t('network.note')}>
      <ul class="plain">
        <li>
          <a href={to(paths.campaign.href({ slug }))}>{t('campaign.title')}</a>
        </li>
        <li>
          <a href={to(paths.review.href({ slug }))}>{t('review.title')}</a>
        </li>
      </ul>
    </MarginNote>
  );
}

export const inside: readonly SheetPart[] = [territory, convergences, group, network];
