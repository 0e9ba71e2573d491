import { sql, type Read } from '~/platform/db/index.ts';
import { formatDay, formatPartialDate, translator, type Lang } from '~/platform/i18n/index.ts';
import { commonPaths, rightConditions, toDate, visibleTo, type Body, type DeskItem, type DeskPart, type Reader } from '~/sheets/index.ts';
import { announce } from './announce/create.ts';
import { messages } from './messages.ts';
import { paths } from './organising/paths.ts';

const days = 60;

interface Coming {
  slug: string;
  title: string;
  start: string;
  precision: string;
  /** It is one talk online: no programme is missed. */
  webinar: boolean;
  online: boolean;
  sessions: number;
  registration: boolean;
  opensOn: string | null;
  somewhere: boolean;
  linked: boolean;
  registered: number;
}

/** Meetings that the network organises and that begin by a day; without a network, all. A month or a year that has begun is still to come. */
async function listComing(db: Read, reader: Reader, network: Body | null, today: string, until: string): Promise<Coming[]> {
  const last = sql`coalesce(s.end_date, s.start_date)`;
  const { rows } = await sql<Coming>`
    select s.slug, s.title, s.start_date as start, s.start_precision as precision, coalesce(s.type = 'webinaire', false) as webinar, m.online,
      (select count(*) from meeting_sessions x where x.meeting_id = s.id)::integer as sessions,
      coalesce(d.registration, false) as registration, d.opens_on::text as "opensOn", d.online_link is not null as linked,
      m.place is not null or exists (select 1 from sheet_places p where p.sheet_id = s.id and p.role = 'at') as somewhere,
      (select count(*) from registrations r where r.meeting_id = s.id and r.state = 'registered')::integer as registered
    from sheets s join meetings m on m.sheet_id = s.id left join meeting_doors d on d.sheet_id = s.id
    where s.kind = 'event' and s.state in ('tentative', 'planned', 'confirmed', 'open') and s.start_date <= ${until} and ${last} >= left(${today}, length(${last}))
      and ${visibleTo(reader, 's')} ${network === null ? sql`` : sql`and ${rightConditions(network.id).own}`} order by s.start_date, s.num limit 20`.execute(db);
  return rows;
}

function toItem(meeting: Coming, lang: Lang, today: string): DeskItem {
  const t = translator(messages, lang);
  const missing = [
    ...(meeting.sessions === 0 && !meeting.webinar ? [t('prepare.noProgramme')] : []),
    ...(!meeting.registration ? [t('prepare.noRegistration')] : meeting.opensOn !== null && meeting.opensOn > today ? [t('prepare.opensOn', { date: formatDay(lang, meeting.opensOn, { day: 'numeric', month: 'long' }) })] : []),
    ...(meeting.somewhere || meeting.linked ? [] : [t(meeting.online ? 'prepare.noLink' : 'prepare.noPlace')]),
  ];
  return {
    label: t('prepare.meeting', { title: meeting.title, date: formatPartialDate(lang, toDate(meeting.start, meeting.precision)!) }),
    ...(meeting.registration || meeting.registered > 0 ? { value: t('prepare.registered', { n: meeting.registered }) } : {}),
    rule: missing.length > 0 ? missing.join(' ') : t('prepare.ready'), href: paths.organise.href({ slug: meeting.slug }),
  };
}

const coming: DeskPart = {
  section: 'prepare',
  order: 10,
  async list({ lang, primary, reader, today }, network) {
    const until = Temporal.PlainDate.from(today).add({ days }).toString();
    return (await listComing(primary, reader, network, today, until)).map((meeting) => toItem(meeting, lang, today));
  },
};

const tool: DeskPart = {
  section: 'tools',
  order: 20,
  list: async ({ lang, reader }) => (announce.may(reader) ? [{ label: translator(messages, lang)('tool.announce'), href: commonPaths.create.href({ genre: 'rencontre' }) }] : []),
};

export const desk: readonly DeskPart[] = [coming, tool];
