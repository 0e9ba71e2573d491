import type { PersonalData } from '~/sheets/index.ts';

type Part = PersonalData & { module: string };

/** docs/privacy.md, whole: the same table as the export, leaving and the nightly job. `npm run privacy` writes it. */
export function writeRegister(parts: readonly Part[]): string {
  return `${[
    '# Vie privée : registre',
    'Cette page est écrite par `npm run privacy` à partir de ce que chaque module déclare (`personal`, dans son manifeste). La page publique est `/vie-privee` ; une personne lit le même registre, et ce qui la concerne, sur `/compte/donnees`.',
    '## Lire',
    'Lire ne demande ni compte, ni témoin de connexion. Aucune mesure d’audience, aucun appel à un autre site : la politique de sécurité du contenu l’interdit. Le journal du serveur garde la méthode, le modèle de l’adresse (`/territoires/:slug`, jamais l’adresse), le résultat et la durée ; ni adresse IP, ni question, ni navigateur. Un serveur mandataire placé devant Jumelles a son propre journal : qui le tient en décide.',
    '## Se connecter',
    'Une session tient dans un témoin de connexion illisible par les scripts, qui ne sert à rien d’autre. Un second garde une phrase (« C’est enregistré ») une minute au plus. La base ne connaît que l’empreinte des jetons.',
    '## Ce qui est gardé',
    ...parts.map(writePart),
    '## Comment c’est tenu',
    [
      '- Chaque nuit, `privacy.retention` efface ce qui a fait son temps et note combien, jamais de qui (`src/modules/privacy/retention.ts`).',
      '- L’export (`/compte/donnees`) est fait par un travail qui lit chaque partie ; il est gardé sept jours, pour son propriétaire.',
      '- Partir (`/compte/partir`) efface ou rend anonyme chaque partie dans une seule transaction, puis le compte. Un test parcourt toutes les tables qui ont une colonne de compte ou de personne et n’y trouve plus rien.',
      '- Un autre test échoue quand une table garde des données personnelles sans qu’aucun module ne la déclare.',
      '- Une liste de présence n’est jamais publiée : seuls ses totaux le sont.',
    ].join('\n'),
    '## Avant un service public',
    'Qui tient l’instance est responsable du traitement : nommer le responsable et le contact dans `/administration/reglages`, inscrire le traitement au registre de la collectivité, informer les élus montrés, décider combien de temps les mandataires gardent leurs journaux.',
  ].join('\n\n')}\n`;
}

function writePart({ module, tables, what, why, seenBy, kept, whenLeft }: Part): string {
  const names = tables.map((table) => `\`${table}\``).join(', ');
  return [`### ${names}`, '', what, '', `- Module : \`${module}\``, `- Pourquoi : ${why}`, `- Qui le voit : ${seenBy}`, `- Durée : ${kept}`, `- Quand on part : ${whenLeft}`].join('\n');
}
