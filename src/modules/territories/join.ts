import { findRight, type ActSpec } from '~/sheets/index.ts';
import { isCommune } from './queries.ts';
import { joinCommunes } from './successors.ts';

/** A commune nouvelle: the communes that it is made of lead to it. On the successor's sheet. */
export const join: ActSpec = {
  name: 'reunir',
  fields: [
    { name: 'communes', type: 'sheets', of: ['territory'], several: true, required: true },
    { name: 'depuis', type: 'date', required: true, sourced: true },
  ],
  may: (right) => right === 'animator' || right === 'administrator',
  has: isCommune,
  async run(tx, actor, sheetId, input, context) {
    const communes = input.list('communes');
    if (communes.includes(sheetId)) return { refused: 'join-self', field: 'communes' };
    for (const id of communes) {
      if (!(await isCommune(tx, id))) return { refused: 'join-communes', field: 'communes' };
      // Somebody who helps one member does not make another's sheet disappear.
      const right = await findRight(tx, context.reader, id);
      if (right !== 'animator' && right !== 'administrator') return { refused: 'join-right', field: 'communes' };
    }
    await joinCommunes(tx, actor, sheetId, communes, input.date('depuis'), input.source('depuis'));
    return null;
  },
};
