import { sql, type Read, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor, type Changes } from '~/platform/events/index.ts';
import { languages, type Lang } from '~/platform/i18n/messages.ts';

/** What the administrator sets in the pages: `/administration/reglages`. */
export interface Instance {
  name: string;
  /** In the header, when the name is long. */
  shortName: string | null;
  /** In which the pages are offered; French always is. */
  languages: readonly Lang[];
  /** On the home page, by language; French for those that say nothing. */
  welcome: Partial<Record<Lang, string>>;
  /** For the legal notice: who publishes and hosts. */
  publisher: string | null;
  /** Where people write about the site or their data. */
  contact: string | null;
  /** IANA zone in which hours are proposed. */
  defaultZone: string;
  /** First contributions of new accounts wait for a reading. */
  moderation: boolean;
  /** Hour of France at which digests leave. */
  digestHour: number;
}

/** As an instance is before anybody set anything. */
export function buildDefaultInstance(name: string): Instance {
  return { name, shortName: null, languages, welcome: {}, publisher: null, contact: null, defaultZone: 'Europe/Paris', moderation: true, digestHour: 7 };
}

/** What is set now; `name` is the environment's, for an instance that nobody set yet. */
export async function findInstance(db: Read, name = 'Jumelles'): Promise<Instance> {
  const row = await db.selectFrom('instance_settings').selectAll().executeTakeFirst();
  if (!row) return buildDefaultInstance(name);
  return {
    name: row.name, shortName: row.short_name, languages: languages.filter((lang) => row.languages.includes(lang)), welcome: row.welcome as Instance['welcome'],
    publisher: row.publisher, contact: row.contact, defaultZone: row.default_zone, moderation: row.moderation, digestHour: row.digest_hour,
  };
}

/** Sets the instance; the event makes every node read it again. Nothing is written when nothing changed. */
export async function updateInstance(tx: Tx, actor: Actor, before: Instance, after: Instance): Promise<void> {
  const changes: Changes = {};
  for (const key of Object.keys(after) as (keyof Instance)[]) if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) changes[key] = [before[key], after[key]];
  if (!Object.keys(changes).length) return;
  const row = {
    name: after.name, short_name: after.shortName, languages: [...after.languages], welcome: JSON.stringify(after.welcome), publisher: after.publisher,
    contact: after.contact, default_zone: after.defaultZone, moderation: after.moderation, digest_hour: after.digestHour, updated_at: sql<string>`now()`,
  };
  await tx.insertInto('instance_settings').values(row).onConflict((oc) => oc.column('only_one').doUpdateSet(row)).execute();
  await recordEvent(tx, { name: 'settings.updated', actor, changes });
}

/** Read again only when something was committed: every node follows, without a restart. */
export function createInstanceMemo(db: Read, name: string): { last(): Instance; at(position: number): Promise<Instance> } {
  let last = buildDefaultInstance(name);
  let read = -1;
  return {
    last: () => last,
    async at(position) {
      if (position !== read) {
        last = await findInstance(db, name);
        read = position;
      }
      return last;
    },
  };
}
