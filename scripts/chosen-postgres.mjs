// Which server tests and journeys run on: --postgres (Debian's, started here), --postgres=<address>, TEST_DATABASE_URL, or the embedded one.
import { findDebianPostgres, startDebianPostgres } from './debian-postgres.mjs';

/** Takes the flag out of the arguments. `stop` ends what was started here. */
export function choosePostgres(given) {
  const at = given.findIndex((argument) => /^--postgres(=|$)/.test(argument));
  const [flag] = at < 0 ? [] : given.splice(at, 1);
  const url = flag?.slice('--postgres='.length) || process.env.TEST_DATABASE_URL;
  const bin = flag && !url ? findDebianPostgres() : undefined;
  if (flag && !url && !bin) {
    console.error('Aucun PostgreSQL 15 ou plus récent sur cette machine : installez-en un (apt-get install postgresql-15), ou indiquez un serveur : --postgres=postgres://compte@serveur:5432/postgres.');
    process.exit(1);
  }
  const server = bin ? startDebianPostgres(bin) : undefined;
  const address = server?.url ?? url;
  return {
    address,
    name: bin ? `le PostgreSQL de Debian (${bin})` : address ? 'le serveur PostgreSQL indiqué' : 'la base intégrée (PostgreSQL 18)',
    stop: () => server?.stop(),
  };
}
