import { sql, type Db, type Tx } from '~/platform/db/index.ts';

export async function isLoaded(db: Db | Tx, name: string): Promise<boolean> {
  return (await db.selectFrom('world_parts').select('name').where('name', '=', name).executeTakeFirst()) !== undefined;
}

/** Two processes that start together on one database: the second waits, then finds the part loaded. */
export async function loadPart(db: Db, name: string, load: (tx: Tx) => Promise<void>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('world'))`.execute(tx);
    if (await isLoaded(tx, name)) return;
    await load(tx);
    await tx.insertInto('world_parts').values({ name }).execute();
  });
}
