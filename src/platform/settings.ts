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
  LOG_LEVEL: setting({ description: 'Détail du journal : debug, info, warn, error ou silent.', expected: 'debug, info, warn, error ou silent', schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']), fallback: 'info' }),
};

type Table = typeof settingsTable;
type Values = { [Name in keyof Table]: z.output<Table[Name]['schema']> };

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
    // An address of a database holds a password: it is not repeated.
    const shown = name.startsWith('DATABASE') && name.endsWith('URL') ? '' : ` (reçu : « ${text} »)`;
    if (!parsed.success) refused.push(`Le réglage ${name} doit être ${expected}${shown}.`);
    return parsed.data;
  };
  const names = Object.keys(settingsTable) as (keyof Table)[];
  const values = Object.fromEntries(names.map((name) => [name, read(name)])) as Values;
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
    logLevel: values.LOG_LEVEL,
  };
}
