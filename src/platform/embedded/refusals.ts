import { StartRefusal } from '~/platform/refusal.ts';

const elsewhere = 'ou indiquez une base PostgreSQL existante par DATABASE_URL';

export const refusals = {
  platform: (name: string) =>
    `Aucune base de données intégrée n'est fournie pour ce système (${name}) : indiquez une base PostgreSQL 15 ou plus récente par DATABASE_URL.`,
  binaries: (name: string) =>
    `La base de données intégrée n'est pas installée (paquet ${name} absent) : relancez « npm ci » sans « --omit=optional », ${elsewhere}.`,
  copy: (cause: string) =>
    `La base de données intégrée ne peut pas être lancée depuis ce dossier et sa copie ailleurs a échoué (${cause}) : rendez ce dossier accessible, lancez Jumelles sous un compte ordinaire, ${elsewhere}.`,
  nameless: (uid: number) =>
    `Le compte qui lance Jumelles (uid ${uid}) n'a pas de nom sur ce système et la base de données intégrée le refuse : lancez Jumelles sous un compte déclaré dans /etc/passwd, ${elsewhere}.`,
  folder: (folder: string, cause: string) =>
    `Le dossier de données ${folder} n'est pas accessible en écriture (${cause}) : corrigez ses droits, choisissez-en un autre par DATA_DIR, ${elsewhere}.`,
  owner: (folder: string, owner: number) =>
    `Le dossier de la base de données ${folder} appartient à un autre compte (uid ${owner}) : lancez Jumelles sous ce compte ou en root, choisissez un autre DATA_DIR, ${elsewhere}.`,
  version: (folder: string, found: string, ours: string) =>
    `Le dossier ${folder} contient une base PostgreSQL ${found} et cette version de Jumelles apporte PostgreSQL ${ours} : suivez « Changer de version de PostgreSQL » dans docs/operations.md, choisissez un autre DATA_DIR, ${elsewhere}.`,
  notACluster: (folder: string) =>
    `Le dossier ${folder} n'est pas vide et ne contient pas de base PostgreSQL : videz-le, choisissez un autre DATA_DIR, ${elsewhere}.`,
  full: (folder: string) =>
    `Il n'y a plus de place sur le disque pour la base de données (${folder}) : libérez de l'espace, choisissez un autre DATA_DIR, ${elsewhere}.`,
  port: (port: number) =>
    `Le port local ${port} de la base de données intégrée est déjà pris : relancez Jumelles, ${elsewhere}.`,
  locked: (folder: string) =>
    `Un ancien serveur PostgreSQL tient encore le dossier ${folder} : attendez quelques secondes ou arrêtez-le, puis relancez Jumelles, ${elsewhere}.`,
  start: (cause: string, journal: string) =>
    `La base de données intégrée n'a pas démarré (${cause}) : voyez ${journal}, ${elsewhere}.`,
};

/** What PostgreSQL or initdb printed, as the refusal a person can act on. */
export function explainFailure(output: string, place: { folder: string; uid: number; port: number; journal: string }): StartRefusal {
  const says = (text: string) => output.includes(text);
  if (says('could not look up effective user ID') || says('local user with ID')) return new StartRefusal(refusals.nameless(place.uid));
  if (says('No space left on device')) return new StartRefusal(refusals.full(place.folder));
  if (says('could not bind') || says('Address already in use')) return new StartRefusal(refusals.port(place.port));
  if (says('pre-existing shared memory block') || says('lock file "postmaster.pid" already exists')) return new StartRefusal(refusals.locked(place.folder));
  if (says('Permission denied') || says('Read-only file system') || says('has wrong ownership') || says('invalid permissions')) {
    return new StartRefusal(refusals.folder(place.folder, lastFailure(output)));
  }
  return new StartRefusal(refusals.start(lastFailure(output), place.journal));
}

function lastFailure(output: string): string {
  const lines = output.split('\n').map((line) => line.trim()).filter(Boolean);
  const failure = lines.findLast((line) => /FATAL|PANIC|error:|could not|invalid/i.test(line)) ?? lines.at(-1) ?? 'sans message';
  return failure.replace(/^.*?(FATAL|PANIC|error):\s*/, '').slice(0, 300);
}
