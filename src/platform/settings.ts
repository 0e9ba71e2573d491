import { z } from 'zod';
import { StartRefusal } from '~/platform/refusal.ts';

interface Setting<S extends z.ZodType = z.ZodType> {
  /** What it is for, in French: .env.example and docs/operations.md say the same. */
  description: string;
  /** What is accepted, as the end of « doit être … ». */
  expected: string;
  schema: S;
  fallback: z.output<S>;
}

const setting = <S extends z.ZodType>(given: Setting<S>) => given;

const flag = z.enum(['1', '0', 'true', 'false', 'oui', 'non']).transform((text) => ['1', 'true', 'oui'].includes(text));
const port = z.string().regex(/^\d{1,5}$/).transform(Number).pipe(z.int().min(0).max(65_535));
const postgresUrl = z.string().refine((text) => /^postgres(ql)?:\/\/.+/.test(text) && URL.canParse(text));
const webAddress = z.string().refine((text) => /^https?:\/\/[^/]+\/?$/.test(text) && URL.canParse(text)).transform((text) => text.replace(/\/$/, ''));
const smtpUrl = z.string().refine((text) => /^smtps?:\/\/.+/.test(text) && URL.canParse(text));
const mailDomain = z.string().regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i).max(200).transform((text) => text.toLowerCase());
// Secrets travel there: without https only a provider on this very machine.
const issuer = z.string().refine((text) => URL.canParse(text) && /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:|\/|$))/.test(text));
const count = z.string().regex(/^\d{1,3}$/).transform(Number).pipe(z.int().min(1).max(500));

export const settingsTable = {
  PORT: setting({ description: 'Port d’écoute du serveur web.', expected: 'un nombre de 0 à 65535', schema: port, fallback: 3000 }),
  HOST: setting({ description: 'Adresse d’écoute, par exemple 127.0.0.1 pour n’écouter que cette machine ; toutes par défaut.', expected: 'une adresse IP ou un nom', schema: z.string().regex(/^[\w.:-]+$/).optional(), fallback: undefined }),
  DATA_DIR: setting({ description: 'Dossier de la base de données intégrée.', expected: 'un chemin de dossier', schema: z.string().min(1), fallback: './data' }),
  DATABASE_URL: setting({ description: 'Base PostgreSQL 15 ou plus récente à utiliser au lieu de la base intégrée.', expected: 'une adresse postgres://compte:secret@serveur:5432/base', schema: postgresUrl.optional(), fallback: undefined }),
  DATABASE_REPLICA_URL: setting({ description: 'Réplique PostgreSQL en lecture, pour alléger la base principale.', expected: 'une adresse postgres://compte:secret@serveur:5432/base', schema: postgresUrl.optional(), fallback: undefined }),
  DATABASE_CONNECTIONS: setting({ description: 'Nombre de connexions à la base par processus.', expected: 'un nombre de 1 à 500', schema: count, fallback: 10 }),
  PUBLIC_URL: setting({ description: 'Adresse publique du site, écrite dans les liens absolus, les flux et le plan du site.', expected: 'une adresse http(s)://nom sans chemin', schema: webAddress.optional(), fallback: undefined }),
  INSTANCE_NAME: setting({ description: 'Nom de cette installation, montré dans les titres et les flux.', expected: 'un texte de 1 à 80 caractères', schema: z.string().min(1).max(80), fallback: 'Jumelles' }),
  DEMO: setting({ description: 'Charger le monde de démonstration : oui par défaut avec la base intégrée, non avec DATABASE_URL.', expected: 'oui ou non', schema: flag.optional(), fallback: undefined }),
  TRUST_PROXY: setting({ description: 'Nombre de serveurs mandataires à vous devant Jumelles : l’adresse du visiteur est lue dans X-Forwarded-For.', expected: 'un nombre de 0 à 9', schema: z.string().regex(/^\d$/).transform(Number), fallback: 0 }),
  SMTP_URL: setting({ description: 'Serveur d’envoi des courriels ; sans lui, ils sont déposés en fichiers .eml dans le dossier mails de DATA_DIR. Demande PUBLIC_URL.', expected: 'une adresse smtp(s)://compte:secret@serveur:port', schema: smtpUrl.optional(), fallback: undefined }),
  MAIL_FROM: setting({ description: 'Adresse d’expédition des courriels.', expected: 'une adresse électronique', schema: z.string().regex(/^[^\s@<>",;]+@[^\s@<>",;]+$/), fallback: 'jumelles@localhost' }),
  REPLY_DOMAIN: setting({ description: 'Nom de domaine des adresses de réponse : les courriels d’une discussion se répondent par courriel. Demande REPLY_PORT, et que le serveur de messagerie de ce domaine remette à Jumelles les adresses reponse+….', expected: 'un nom de domaine', schema: mailDomain.optional(), fallback: undefined }),
  REPLY_PORT: setting({ description: 'Port SMTP où Jumelles reçoit ces réponses, sur HOST ou, sans lui, sur cette machine seulement. Sans chiffrement ni filtre : derrière votre serveur de messagerie.', expected: 'un nombre de 0 à 65535', schema: port.optional(), fallback: undefined }),
  OIDC_ISSUER: setting({ description: 'Fournisseur d’identité OpenID Connect, par exemple ProConnect : son adresse d’émetteur.', expected: 'une adresse https://', schema: issuer.optional(), fallback: undefined }),
  OIDC_CLIENT_ID: setting({ description: 'Identifiant de cette installation chez le fournisseur d’identité.', expected: 'un texte', schema: z.string().min(1).optional(), fallback: undefined }),
  OIDC_CLIENT_SECRET: setting({ description: 'Secret de cette installation chez le fournisseur d’identité.', expected: 'un texte', schema: z.string().min(1).optional(), fallback: undefined }),
  OIDC_LABEL: setting({ description: 'Nom du fournisseur d’identité, montré sur le bouton de connexion.', expected: 'un texte de 1 à 40 caractères', schema: z.string().min(1).max(40), fallback: 'ProConnect' }),
  OIDC_SCOPES: setting({ description: 'Ce qui est demandé au fournisseur d’identité ; pour ProConnect : openid email given_name usual_name siret.', expected: 'des mots séparés par des espaces, dont openid', schema: z.string().regex(/(^|\s)openid(\s|$)/), fallback: 'openid email profile' }),
  OIDC_ACR: setting({ description: 'Niveau d’authentification demandé au fournisseur d’identité (acr_values) ; pour ProConnect : eidas1.', expected: 'un texte', schema: z.string().min(1).optional(), fallback: undefined }),
  LOG_LEVEL: setting({ description: 'Détail du journal : debug, info, warn, error ou silent.', expected: 'debug, info, warn, error ou silent', schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']), fallback: 'info' }),
};

type Table = typeof settingsTable;
type Values = { [Name in keyof Table]: z.output<Table[Name]['schema']> };

export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string | undefined;
  label: string;
  scopes: string;
  acr: string | undefined;
}

export interface Settings {
  port: number;
  host: string | undefined;
  dataDir: string;
  databaseUrl: string | undefined;
  replicaUrl: string | undefined;
  databaseConnections: number;
  /** Null: the address people used. */
  publicUrl: string | null;
  instanceName: string;
  demo: boolean;
  /** How many of our own proxies stand before: X-Forwarded-For is believed that far. */
  trustedProxies: number;
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Null: mails are answered on the pages only. */
  replies: { domain: string; port: number } | null;
  /** Null: nobody signs in through a provider. */
  oidc: OidcSettings | null;
  logLevel: Values['LOG_LEVEL'];
}

/** Reads the environment; every bad value is one sentence, all of them at once. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const refused: string[] = [];
  const read = (name: keyof Table) => {
    const { schema, expected, fallback } = settingsTable[name] as Setting;
    const text = environment[name]?.trim();
    if (!text) return fallback;
    const parsed = schema.safeParse(text);
    // What holds a password is not repeated.
    const shown = /^DATABASE.*URL$|^SMTP_URL$|SECRET$/.test(name) ? '' : ` (reçu : « ${text} »)`;
    if (!parsed.success) refused.push(`Le réglage ${name} doit être ${expected}${shown}.`);
    return parsed.data;
  };
  const names = Object.keys(settingsTable) as (keyof Table)[];
  const values = Object.fromEntries(names.map((name) => [name, read(name)])) as Values;
  // Without it links are written for the host that the request names, and anybody may name any host.
  if (values.SMTP_URL && !values.PUBLIC_URL) refused.push('Le réglage SMTP_URL demande PUBLIC_URL : les courriels contiennent des liens.');
  if (values.OIDC_ISSUER && !values.OIDC_CLIENT_ID) refused.push('Le réglage OIDC_ISSUER demande OIDC_CLIENT_ID.');
  if ((values.REPLY_DOMAIN === undefined) !== (values.REPLY_PORT === undefined)) refused.push('Les réglages REPLY_DOMAIN et REPLY_PORT vont ensemble.');
  if (refused.length > 0) throw new StartRefusal(refused.join('\n'));
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    replicaUrl: values.DATABASE_REPLICA_URL,
    databaseConnections: values.DATABASE_CONNECTIONS,
    publicUrl: values.PUBLIC_URL ?? null,
    instanceName: values.INSTANCE_NAME,
    demo: values.DEMO ?? !values.DATABASE_URL,
    trustedProxies: values.TRUST_PROXY,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    replies: values.REPLY_DOMAIN !== undefined && values.REPLY_PORT !== undefined ? { domain: values.REPLY_DOMAIN, port: values.REPLY_PORT } : null,
    oidc: values.OIDC_ISSUER && values.OIDC_CLIENT_ID
      ? { issuer: values.OIDC_ISSUER, clientId: values.OIDC_CLIENT_ID, clientSecret: values.OIDC_CLIENT_SECRET, label: values.OIDC_LABEL, scopes: values.OIDC_SCOPES, acr: values.OIDC_ACR }
      : null,
    logLevel: values.LOG_LEVEL,
  };
}
