import { sql, type Db } from '~/platform/db/index.ts';
import { findFile } from '~/platform/files/index.ts';
import type { Queue, Subscriber } from '~/platform/jobs/index.ts';
import { runThread } from '~/platform/thread.ts';
import type { Reading } from './queries.ts';

const name = 'group-texts';
const mostSeconds = 40;
// A file that ended the process twice ends it no third time.
const mostTries = 2;

export interface Extracted {
  reading: Exclude<Reading, 'waiting'>;
  text: string;
  cut: boolean;
}

/** A document just brought is read as soon as it is committed. */
export const tellTexts: Subscriber = async (tx, event, context) => {
  if (event.name === 'room.document' || event.name === 'room.version') await context.enqueue(tx, name, {});
};

/** The clock comes back for what a crash left. */
export const textQueue: Queue = {
  name,
  cron: '17 * * * *',
  work: (_, { db }) => workTexts(db),
};

/** Reads every version that waits, one after the other; the try is counted before, so that a crash is one. */
export async function workTexts(db: Db, seconds = mostSeconds): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ id: string; file_id: string; tries: number }>`
      update group_document_versions set tries = tries + 1 where id = (
        select id from group_document_versions where reading = 'waiting' order by added_at limit 1 for update skip locked)
      returning id, file_id, tries`.execute(db);
    const [version] = rows;
    if (!version) return;
    const file = version.tries > mostTries ? undefined : await findFile(db, version.file_id);
    const found = file ? await readText(file.content, file.mediaType, seconds) : broken;
    await db.updateTable('group_document_versions').set({ reading: found.reading, text: found.text || null, cut: found.cut }).where('id', '=', version.id).execute();
  }
}

const broken: Extracted = { reading: 'broken', text: '', cut: false };

/**
 * The words of a PDF, a DOCX, an ODT or a text file. In a thread with little memory, stopped when it takes too long: what
 * people send is not trusted to end.
 */
export function readText(content: Uint8Array, mediaType: string, seconds = mostSeconds): Promise<Extracted> {
  return runThread('src/modules/groups/documents/text-worker.ts', { workerData: { bytes: new Uint8Array(content), mediaType }, seconds, megabytes: 384, failed: broken });
}
