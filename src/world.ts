import data from '~root/db/demo/documents.json';
import { loadAuthorities } from '~/modules/territories/index.ts';
import { loadThemes } from '~/modules/themes/index.ts';
import { modules } from '~/modules.ts';
import type { Db, Tx } from '~/platform/db/index.ts';
import { registerKinds } from '~/sheets/index.ts';
import { loadDocuments } from '~/world/documents.ts';
import { isLoaded, loadPart } from '~/world/parts.ts';
import { readWorld, type OpenWorld } from '~/world/open-world.ts';
import { weighTerritories } from '~/world/weights.ts';

export { parseSeedSource } from '~/world/sources.ts';

export type Progress = (label: string, done: number, total: number) => void;

interface Part {
  name: string;
  label: string;
  load(tx: Tx, world: OpenWorld, progress: (done: number, total: number) => void): Promise<void>;
}

const reference: Part[] = [
  { name: 'reference:documents', label: 'Sources de référence', load: (tx) => loadDocuments(tx, data.reference) },
  { name: 'reference:authorities', label: 'Collectivités françaises', load: (tx, _world, progress) => loadAuthorities(tx, progress) },
  { name: 'reference:themes', label: 'Thèmes', load: (tx) => loadThemes(tx) },
];

function listDemoParts(): Part[] {
  return [
    { name: 'demo:sources', label: 'Les cinq documents', load: (tx) => loadDocuments(tx, data.documents) },
    ...modules
      .filter(({ demo }) => demo !== undefined)
      .map(({ name, demo }, index, all) => ({ name: `demo:${name}`, label: `Monde de démonstration, étape ${index + 1} sur ${all.length}`, load: (tx: Tx, world: OpenWorld) => demo!(tx, world) })),
    { name: 'demo:weights', label: 'Rangement', load: (tx) => weighTerritories(tx) },
  ];
}

/**
 * Reference data, then the demonstration world in the order of the modules. A part is one transaction and is loaded once:
 * a start that was killed goes on with the part where it was.
 */
export async function loadWorld(db: Db, { demo, progress }: { demo: boolean; progress: Progress }): Promise<void> {
  registerKinds(modules.flatMap((module) => module.kinds ?? []));
  for (const part of demo ? [...reference, ...listDemoParts()] : reference) {
    if (await isLoaded(db, part.name)) continue;
    await loadPart(db, part.name, async (tx) => {
      const world = await readWorld(tx);
      await part.load(tx, world, (done, total) => progress(part.label, done, total));
      await world.save(tx);
    });
    progress(part.label, 1, 1);
  }
}
