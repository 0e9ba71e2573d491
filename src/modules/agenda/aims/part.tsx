import { isMemberOf, type SheetPart } from '~/sheets/index.ts';
import { AimsBlock } from './pages/block.tsx';
import { listAims } from './queries.ts';
import { maySetAims } from './rules.ts';

/** On the network's page, for its members: what it wants of this year. */
export const aimsPart: SheetPart = {
  kinds: ['network'],
  where: 'main',
  order: 20,
  async draw(ask, { sheet }) {
    const maySet = maySetAims(ask.reader, sheet.id);
    if (!maySet && !(await isMemberOf(ask.db, ask.reader, sheet.id))) return null;
    const [aims] = await listAims(ask.db, ask.reader, Number(ask.today.slice(0, 4)), sheet.id);
    return aims || maySet ? <AimsBlock aims={aims ? [aims] : []} network={sheet} maySet={maySet} /> : null;
  },
};
