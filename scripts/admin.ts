import { existsSync } from 'node:fs';
import { modules } from '~/modules.ts';
import { accountPaths, createAccount, createSignInLink, createToken, findAccountByMail, linkMinutes, parseMail } from '~/modules/accounts/index.ts';
import { addMandate, bodyKindsOf, grantableRoles, isGrantable } from '~/modules/administration/index.ts';
import { closeDatabase, openDatabase, sql, type Db, type Tx } from '~/platform/db/index.ts';
import { migrate } from '~/platform/db/migrate.ts';
import { startEmbedded } from '~/platform/embedded/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { checkDatabase } from '~/platform/external-database.ts';
import { StartRefusal } from '~/platform/refusal.ts';
import { readSettings, type Settings } from '~/platform/settings.ts';
import { findBody, registerKinds, type Reader } from '~/sheets/index.ts';

const help = `npm run admin -- <commande>

  create-admin <adresse>                      ouvre le compte s’il n’existe pas, en fait un administrateur
  grant <adresse> <rôle> <page> [jour]        donne un mandat, par exemple : grant a@ville.fr agent /territoires/bordeaux 2027-12-31
  sign-in-link <adresse>                      écrit un lien de connexion à usage unique, quand le courriel ne marche pas
  list                                        qui administre, par fonction et adresse
  help                                        cette aide

Rôles : ${grantableRoles.join(', ')}.
La base est celle du service : DATABASE_URL, ou la base intégrée de DATA_DIR, que le service tourne ou non.`;

/** In the history: done from the machine itself. */
const operator: Actor = { name: 'Exploitation de l’instance', role: 'administrator' };
/** Sees every sheet, to find a body by the address of its page. */
const everything: Reader = { kind: 'member', bodies: [], acting: { id: '', role: 'administrator', body: null, function: null, service: null, until: null } };

/** What somebody at the terminal is told instead of a stack. */
class Refusal extends Error {}

async function run(db: Db, settings: Settings, [command, given = '', ...rest]: string[]): Promise<string> {
  const write = <T>(work: (tx: Tx) => Promise<T>) => db.transaction().execute(work);
  switch (command) {
    case 'create-admin': {
      const mail = readMail(given);
      await write(async (tx) => {
        const accountId = (await findAccountByMail(tx, mail))?.id ?? (await createAccount(tx, { mail, name: mail.split('@')[0]!, trusted: true }));
        await addMandate(tx, operator, { accountId, role: 'administrator', body: null }, today());
      });
      return `${mail} administre maintenant cette instance. Pour entrer : la page de connexion, ou npm run admin -- sign-in-link ${mail}`;
    }
    case 'grant': {
      const [role = '', page = '', until] = rest;
      if (!isGrantable(role)) throw new Refusal(`Le rôle doit être un de ceux-ci : ${grantableRoles.join(', ')}.`);
      const account = await findAccountByMail(db, readMail(given));
      if (!account) throw new Refusal(`Aucun compte n’a l’adresse ${given}. La personne se connecte d’abord une fois, ou utilisez create-admin.`);
      const body = role === 'administrator' ? null : ((await findBody(db, everything, page, bodyKindsOf(role))) ?? null);
      if (role !== 'administrator' && !body) throw new Refusal(`Rien ici ne correspond à « ${page} » pour ce rôle : donnez l’adresse de sa page, par exemple /territoires/bordeaux.`);
      const refusal = await write((tx) => addMandate(tx, operator, { accountId: account.id, role, body, ...(until ? { until: readDay(until) } : {}) }, today()));
      if (refusal) throw new Refusal({ 'until.missing': 'Un expert invité l’est jusqu’à un jour : ajoutez-le, par exemple 2027-12-31.', 'until.past': 'Ce jour est passé.' }[refusal as string] ?? 'Ce mandat n’est pas possible.');
      return `${given} a le rôle ${role}${body ? ` pour ${body.title}` : ''}${until ? ` jusqu’au ${until}` : ''}.`;
    }
    case 'sign-in-link': {
      const mail = readMail(given);
      if (!(await findAccountByMail(db, mail))) throw new Refusal(`Aucun compte n’a l’adresse ${mail}.`);
      const token = await write((tx) => createSignInLink(tx, { mail, browser: createToken(), next: null }));
      const origin = settings.publicUrl ?? `http://localhost:${settings.port}`;
      return `Ce lien entre une seule fois, pendant ${linkMinutes} minutes. Ne le donnez qu’à cette personne.\n${origin}${accountPaths.link.href({ token })}`;
    }
    case 'list': {
      const { rows } = await sql<{ mail: string; title: string | null }>`
        select a.mail, a.title from mandates m join accounts a on a.id = m.account_id and a.closed_at is null
        where m.role = 'administrator' and m.ended_at is null and (m.until is null or m.until >= current_date) order by m.granted_at`.execute(db);
      return rows.length ? rows.map((row) => `${row.mail}${row.title ? `  ${row.title}` : ''}`).join('\n') : 'Personne n’administre encore cette instance : npm run admin -- create-admin <adresse>';
    }
    default:
      throw new Refusal(`${command} n’est pas une commande.\n\n${help}`);
  }
}

const today = () => new Date().toISOString().slice(0, 10);

function readMail(text: string): string {
  const mail = parseMail(text);
  if (!mail) throw new Refusal(`« ${text} » n’est pas une adresse électronique.`);
  return mail;
}

function readDay(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new Refusal(`« ${text} » n’est pas un jour : écrivez-le comme 2027-12-31.`);
}

async function start(words: string[]): Promise<void> {
  if (!words.length || ['help', '--help', '-h'].includes(words[0]!)) return console.log(help);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = readSettings(process.env);
  if (settings.databaseUrl) await checkDatabase(settings.databaseUrl);
  // the server of this folder, shared when the service runs, started and stopped again when it does not
  const embedded = settings.databaseUrl ? undefined : await startEmbedded({ dataDir: settings.dataDir, log: { info() {}, warn: console.warn } });
  const db = openDatabase({ ...(embedded?.connection ?? { connectionString: settings.databaseUrl! }), max: 2 });
  try {
    await migrate(db);
    registerKinds(modules.flatMap((module) => module.kinds ?? []));
    console.log(await run(db, settings, words));
  } finally {
    await closeDatabase(db);
    await embedded?.stop();
  }
}

try {
  await start(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Refusal || error instanceof StartRefusal ? error.message : error);
  process.exitCode = 1;
}
