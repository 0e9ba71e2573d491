import pg from 'pg';
import { StartRefusal } from '~/platform/refusal.ts';

const oldest = 15;

/** Asks the server of DATABASE_URL for its version, or says in one sentence why it does not serve. */
export async function checkDatabase(url: string, name = 'DATABASE_URL'): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    const version = rows[0]!.server_version;
    if (Number.parseInt(version) < oldest) {
      throw new StartRefusal(`Le serveur de ${name} est PostgreSQL ${version} : il faut PostgreSQL ${oldest} ou plus récent.`);
    }
    return version;
  } catch (error) {
    throw error instanceof StartRefusal ? error : new StartRefusal(explain(error as pg.DatabaseError, new URL(url), name));
  } finally {
    await client.end().catch(() => {});
  }
}

function explain(error: pg.DatabaseError & { errors?: { code?: string }[] }, url: URL, name: string): string {
  const server = decodeURIComponent(url.searchParams.get('host') ?? url.host);
  const account = decodeURIComponent(url.username) || 'sans nom';
  const database = decodeURIComponent(url.pathname.slice(1));
  // a name with two addresses fails with one error per address
  switch (error.code || error.errors?.[0]?.code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return `Aucun serveur PostgreSQL ne répond à ${server} (${name}) : vérifiez qu'il est démarré et que l'adresse et le port sont justes.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `Le serveur ${server} de ${name} est introuvable : vérifiez son nom et le réseau.`;
    case '28P01':
    case '28000':
      return `Le serveur PostgreSQL ${server} refuse le compte « ${account} » : vérifiez le compte et le secret de ${name}, et pg_hba.conf.`;
    case '3D000':
      return `La base « ${database} » n'existe pas sur ${server} : créez-la (voir docs/operations.md) ou corrigez ${name}.`;
    case '42501':
      return `Le compte « ${account} » n'a pas le droit de se connecter à la base « ${database} » : accordez-le ou corrigez ${name}.`;
    case '53300':
      return `Le serveur PostgreSQL ${server} n'a plus de connexion libre : augmentez max_connections ou réduisez DATABASE_CONNECTIONS.`;
    default:
      return `La base de ${name} (${server}) ne répond pas : ${error.message || 'sans message'}. Vérifiez l'adresse, le réseau et le serveur.`;
  }
}
