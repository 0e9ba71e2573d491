import { sql, type Read } from '~/platform/db/index.ts';
import { summaryColumns, toSummary, visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';
import { countElectors, findElector } from './electorate.ts';
import type { Ballot, Choices, Poll } from './types.ts';

const columns = sql`s.id, s.title, s.slug, s.state, p.nature, p.method, p.rule, p.most, p.other, p.electorate, p.room_id as "roomId", p.voters, p.secret, p.closes_on::text as "closesOn", p.result,
  coalesce((select json_agg(json_build_object('id', o.id, 'label', o.label) order by o.position) from poll_options o where o.poll_id = s.id), '[]') as options`;

export async function getPoll(db: Read, id: string): Promise<Poll> {
  const { rows } = await sql<Poll>`select ${columns} from polls p join sheets s on s.id = p.sheet_id where p.sheet_id = ${id}`.execute(db);
  if (!rows[0]) throw new RangeError(`No poll ${id}`);
  return rows[0];
}

/** Open polls that this reader sees, those that close first first. */
export async function listOpen(db: Read, reader: Reader, limit = 10): Promise<Poll[]> {
  const { rows } = await sql<Poll>`select ${columns} from polls p join sheets s on s.id = p.sheet_id
    where p.opened_at is not null and p.closed_at is null and ${visibleTo(reader, 's')} order by p.closes_on nulls last limit ${limit}`.execute(db);
  return rows;
}

/** Who of these voters has voted in which of these polls: `<poll> <voter>`. */
export async function listCast(db: Read, polls: readonly string[], voters: readonly string[]): Promise<string[]> {
  if (voters.length === 0) return [];
  const rows = await db.selectFrom('poll_voters').select(['poll_id', 'voter']).where('poll_id', 'in', polls).where('voter', 'in', voters).execute();
  return rows.map(({ poll_id, voter }) => `${poll_id} ${voter}`);
}

/** Asked of this network or by it, or of all members; without a network, any. */
const concerns = (network: string | null) => (network === null ? sql<boolean>`true` : sql<boolean>`(p.electorate = 'instance' or p.room_id = ${network}::uuid or s.owner_id = ${network}::uuid)`);

/** Open polls that close by a day, and how many voted. */
export async function listClosing(db: Read, reader: Reader, network: string | null, until: string): Promise<{ title: string; slug: string; closesOn: string; voted: number }[]> {
  const { rows } = await sql<{ title: string; slug: string; closesOn: string; voted: number }>`
    select s.title, s.slug, p.closes_on::text as "closesOn", (select count(*) from poll_voters v where v.poll_id = s.id)::integer as voted
    from polls p join sheets s on s.id = p.sheet_id
    where p.opened_at is not null and p.closed_at is null and p.closes_on <= ${until}::date and ${concerns(network)} and ${visibleTo(reader, 's')} order by p.closes_on, s.num limit 10`.execute(db);
  return rows;
}

/** The last poll that was closed, and how many took part. */
export async function findLastClosed(db: Read, reader: Reader, network: string | null): Promise<{ title: string; slug: string; closedOn: string; voted: number; electors: number } | undefined> {
  const { rows } = await sql<{ title: string; slug: string; closedOn: string; voted: number; electors: number }>`
    select s.title, s.slug, (p.closed_at at time zone 'Europe/Paris')::date::text as "closedOn", (p.result ->> 'voted')::integer as voted, (p.result ->> 'electors')::integer as electors
    from polls p join sheets s on s.id = p.sheet_id
    where p.closed_at is not null and p.result is not null and ${concerns(network)} and ${visibleTo(reader, 's')} order by p.closed_at desc limit 1`.execute(db);
  return rows[0];
}

export type PollListed = SheetSummary & { closesOn: string | null; voted: number };
export const pageSize = 30;
/** Bodies named on a poll’s page: who voted, and what an open ballot chose. */
const mostBodies = 500;

export async function listPolls(db: Read, reader: Reader, page: number): Promise<PollListed[]> {
  const rows = await db
    .selectFrom('sheets').innerJoin('polls', 'polls.sheet_id', 'sheets.id')
    .select(summaryColumns.map((column) => `sheets.${column}` as const))
    .select((eb) => [
      sql<string | null>`closes_on::text`.as('closesOn'),
      eb.selectFrom('poll_voters').whereRef('poll_id', '=', 'sheets.id').select((e) => e.fn.countAll<number>().as('n')).as('voted'),
    ])
    .where('kind', '=', 'poll').where(visibleTo(reader))
    .orderBy(sql`opened_at is not null and closed_at is null`, 'desc').orderBy('sheets.num', 'desc')
    .limit(pageSize + 1).offset((page - 1) * pageSize).execute();
  return rows.map((row) => ({ ...toSummary(row), closesOn: row.closesOn, voted: Number(row.voted ?? 0) }));
}

/** What this person may do with their ballot now. `code`: it is secret and this browser does not hold its code. */
export type May = 'vote' | 'change' | 'code' | 'colleague' | 'signIn' | 'none' | 'over';

export interface Standing {
  may: May;
  electors: number;
  voted: number;
  /** Bodies that voted: not what they voted. */
  bodies: { title: string; kind: string; slug: string }[];
  votedOn: string | null;
  /** Their ballot, when it is there to be seen. */
  ballot: Ballot | null;
}

export async function getStanding(db: Read, poll: Poll, reader: Reader, codeHash: Buffer | null): Promise<Standing> {
  // Once it is closed, its result says how many they were.
  const [electors, voted, bodies, elector] = await Promise.all([
    poll.result?.electors ?? countElectors(db, poll), poll.result?.voted ?? countVoters(db, poll.id), poll.voters === 'body' ? listBodies(db, poll.id) : [], findElector(db, poll, reader),
  ]);
  const mine = elector && (await findVoter(db, poll.id, elector.voter));
  const ballot = elector && mine ? await findBallot(db, poll, elector.voter, codeHash) : null;
  return { may: mayNow(), electors, voted, bodies, votedOn: mine?.votedOn ?? null, ballot };

  function mayNow(): May {
    if (poll.state !== 'open') return 'over';
    if (!elector) return reader.account ? 'none' : 'signIn';
    if (!mine) return 'vote';
    if (mine.accountId !== null && mine.accountId !== reader.account!.id) return 'colleague';
    return ballot ? 'change' : 'code';
  }
}

async function countVoters(db: Read, pollId: string): Promise<number> {
  const { n } = await db.selectFrom('poll_voters').select((eb) => eb.fn.countAll<number>().as('n')).where('poll_id', '=', pollId).executeTakeFirstOrThrow();
  return n;
}

async function listBodies(db: Read, pollId: string): Promise<Standing['bodies']> {
  return db.selectFrom('poll_voters').innerJoin('sheets', 'sheets.id', 'poll_voters.body_id').select(['title', 'kind', 'slug'])
    .where('poll_id', '=', pollId).orderBy('voted_on').orderBy('title').limit(mostBodies).execute();
}

function findVoter(db: Read, pollId: string, voter: string) {
  return db.selectFrom('poll_voters').select(['account_id as accountId', sql<string>`voted_on::text`.as('votedOn')]).where('poll_id', '=', pollId).where('voter', '=', voter).executeTakeFirst();
}

/** An open ballot by its voter, a secret one by the code that its voter alone holds. */
async function findBallot(db: Read, poll: Poll, voter: string, codeHash: Buffer | null): Promise<Ballot | null> {
  if (poll.secret && !codeHash) return null;
  const row = await db.selectFrom('poll_ballots').select(['choices', 'other']).where('poll_id', '=', poll.id)
    .where((eb) => (poll.secret ? eb('code_hash', '=', codeHash) : eb('voter', '=', voter))).executeTakeFirst();
  return row ? { choices: row.choices as Choices, other: row.other } : null;
}

export interface OpenBallot extends Ballot {
  body: string;
}

/** Of an open poll by bodies that is closed: who chose what. A person's is never shown. */
export async function listOpenBallots(db: Read, poll: Poll): Promise<OpenBallot[]> {
  if (poll.secret || poll.voters !== 'body' || poll.result === null) return [];
  const rows = await db.selectFrom('poll_ballots').innerJoin('sheets', 'sheets.id', 'poll_ballots.voter').select(['choices', 'other', 'title']).where('poll_id', '=', poll.id).orderBy('title').limit(mostBodies).execute();
  return rows.map((row) => ({ choices: row.choices as Choices, other: row.other, body: row.title }));
}

export async function listBallots(db: Read, pollId: string): Promise<Ballot[]> {
  const rows = await db.selectFrom('poll_ballots').select(['choices', 'other']).where('poll_id', '=', pollId).execute();
  return rows.map((row) => ({ choices: row.choices as Choices, other: row.other }));
}

/** The words that the launch of the platform proposed for its name. */
export async function listNameOptions(db: Read): Promise<string[]> {
  const rows = await db.selectFrom('group_statements').select('text').where('topic', '=', 'name_option').orderBy('group_id').orderBy('position').execute();
  return rows.map(({ text }) => text);
}
