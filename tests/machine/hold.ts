// Holds the embedded server of a folder until it is asked to stop: one of several processes on one data folder.
import { startEmbedded } from '~/platform/embedded/index.ts';

const log = { info: (message: string) => console.log(message), warn: (message: string) => console.log(message) };
try {
  const server = await startEmbedded({ dataDir: process.argv[2]!, log, fsync: false });
  process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
  console.log(`holding ${JSON.stringify(server.connection)}`);
  setInterval(() => {}, 1_000);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
