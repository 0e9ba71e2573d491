// The application, writing through the kernel's command as fast as it can. A line is printed when a commit was acknowledged.
import { closeDatabase, openDatabase } from '~/platform/db/index.ts';
import { migrate } from '~/platform/db/migrate.ts';
import { startEmbedded } from '~/platform/embedded/index.ts';
import { createSheet } from '~/sheets/commands.ts';

const [dataDir = '', round = ''] = process.argv.slice(2);
const server = await startEmbedded({ dataDir, log: { info() {}, warn() {} } });
const db = openDatabase(server.connection);
await migrate(db);
let stopped = false;
process.on('SIGTERM', () => (stopped = true));
process.stdout.write('ready\n');

async function write(lane: number): Promise<void> {
  for (let at = 0; !stopped; at++) {
    const slug = `r${round}-${lane}-${at}`;
    try {
      await db.transaction().execute((tx) => createSheet(tx, { name: 'durability' }, { kind: 'theme', slug, title: slug }));
      process.stdout.write(`+${slug}\n`);
    } catch {
      // The server was killed under it: not acknowledged, so nothing is promised. The next one goes to the server started again.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

await Promise.all([0, 1, 2, 3].map(write));
await closeDatabase(db);
await server.stop();
