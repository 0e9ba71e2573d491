import { newId, type Read, type Tx } from '~/platform/db/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { translator } from '~/platform/i18n/index.ts';
import type { ActSpec, Input, Source } from '~/sheets/index.ts';
import { changePartnershipState } from '../commands.ts';
import { messages } from '../messages.ts';
import { getStateForUpdate } from '../queries.ts';
import { findMove, type PartnershipState } from '../rules.ts';
import { findTarget, isForElected, listMoves } from './move.ts';
import { atField } from './refused.ts';

/** R026, R027, R030: the machine of states. Who decides depends on the move; each gives its reason and its context. */
export const stateAct: ActSpec = {
  name: 'etat',
  fields: [
    { name: 'mouvement', type: 'radio', required: true, choices: listChoices },
    { name: 'depuis', type: 'date' },
    { name: 'raison', type: 'textarea', required: true, max: 1000 },
    { name: 'contexte', type: 'textarea', required: true, max: 2000 },
    { name: 'acte', type: 'text', group: 'acte' },
    { name: 'acte_date', type: 'date', group: 'acte' },
    { name: 'acte_adresse', type: 'url', max: 500, group: 'acte' },
  ],
  decides: (input) => (isForElected(input.text('mouvement')) ? ['elected'] : null),
  has: async (db, sheetId) => (await readState(db, sheetId)) !== 'ended',
  read: async (_db, _sheetId, _context, query) => ({ mouvement: [query('mouvement') ?? ''].filter(Boolean) }),
  async run(tx, actor, sheetId, input) {
    const from = await getStateForUpdate(tx, sheetId);
    const state = findTarget(from, input.text('mouvement'));
    if (!state) return atField({ refused: 'state.move' });
    if (findMove(from, state)?.act && !input.text('acte')) return atField({ refused: 'state.act' });
    const change = {
      state,
      at: input.date('depuis') ?? input.date('acte_date') ?? undefined,
      reason: input.text('raison') ?? undefined,
      note: input.text('contexte') ?? undefined,
      source: await citeAct(tx, sheetId, input),
    };
    return atField(await changePartnershipState(tx, actor, sheetId, change));
  },
};

async function readState(db: Read, sheetId: string): Promise<PartnershipState> {
  const row = await db.selectFrom('sheets').select('state').where('id', '=', sheetId).executeTakeFirstOrThrow();
  return row.state as PartnershipState;
}

async function listChoices(db: Read, sheetId: string | null, lang: 'fr' | 'en' | 'es') {
  const t = translator(messages, lang);
  return listMoves(await readState(db, sheetId!)).map((move) => [move, t(`choice.mouvement.${move}`)] as const);
}

/** The council's decision, as a document that the sheet leans on. */
async function citeAct(tx: Tx, sheetId: string, input: Input): Promise<Source | undefined> {
  const title = input.text('acte');
  if (!title) return undefined;
  const date: PartialDate | null = input.date('acte_date');
  const owner = await tx.selectFrom('sheets').innerJoin('sheets as owner', 'owner.id', 'sheets.owner_id').select('owner.title').where('sheets.id', '=', sheetId).executeTakeFirst();
  const id = `acte-${newId()}`;
  await tx
    .insertInto('documents')
    .values({ id, title, author: owner?.title ?? '', nature: 'official', brought: true, published: date?.value ?? null, published_precision: date?.precision ?? null, url: input.text('acte_adresse') })
    .execute();
  return { document: id };
}
