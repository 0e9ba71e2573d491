import type { Lang } from '~/platform/i18n/index.ts';
import { listZones } from '~/reference/index.ts';
import { recordChange, recordDeclaration, type ActSpec, type FieldSpec, type Values } from '~/sheets/index.ts';
import { listTexts } from './items.ts';
import { addPriority, findPriority, listPriorities, removePriority } from './priorities.ts';
import { publishStrategy, recordAdoption } from './publish.ts';
import { followings, type Family, type Following, type Tier } from './rules.ts';

const adoption: readonly FieldSpec[] = [
  { name: 'adoptee_le', type: 'date', sourced: true },
  { name: 'adoptee_par', type: 'text' },
];

/** An agent proposes, an élu decides; the instance may act in their place. */
const decidedByElected: ActSpec['decides'] = () => ['elected', 'administrator'];

const publish: ActSpec = {
  name: 'publier',
  fields: [{ name: 'publiee_comme', type: 'radio', required: true, choices: ['adopted', 'presented'] }, ...adoption, { name: 'presentee_par', type: 'text' }],
  decides: decidedByElected,
  has: async (db, id) => (await db.selectFrom('sheets').select('visibility').where('id', '=', id).executeTakeFirst())?.visibility === 'draft',
  async run(tx, actor, id, input) {
    const [on, by] = [input.date('adoptee_le'), input.text('adoptee_par')];
    const isAdopted = input.text('publiee_comme') === 'adopted';
    if (isAdopted && !on) return { refused: 'adoption-missing', field: 'adoptee_le' };
    if (isAdopted && !by) return { refused: 'adopted-by-missing', field: 'adoptee_par' };
    const done = await publishStrategy(tx, actor, id, { adopted: isAdopted ? { on: on!, by: by! } : null, presentedBy: input.text('presentee_par'), source: input.source('adoptee_le') });
    return done === 'published' ? null : done;
  },
};

const adopt: ActSpec = {
  name: 'adoption',
  fields: adoption.map((field) => ({ ...field, required: true })),
  decides: decidedByElected,
  has: async (db, id) => (await db.selectFrom('strategies').innerJoin('sheets', 'sheets.id', 'sheet_id').select('sheet_id').where('sheet_id', '=', id).where('standing', '=', 'presented').where('visibility', '<>', 'draft').executeTakeFirst()) !== undefined,
  async run(tx, actor, id, input) {
    await recordAdoption(tx, actor, id, { on: input.date('adoptee_le')!, by: input.text('adoptee_par')! }, input.source('adoptee_le'));
    return null;
  },
};

function priorityAct(name: string, family: Family, fields: readonly FieldSpec[]): ActSpec {
  return {
    name,
    fields: [
      { name: 'priorite', type: 'select', choices: async (db, id) => (await listPriorities(db, id!)).filter((one) => one.family === family).map((one) => [one.id, one.label]) },
      { name: 'libelle', type: 'text', required: true },
      { name: 'rang', type: 'number', required: true },
      ...fields,
      { name: 'raison', type: 'textarea', max: 1000 },
    ],
    async read(db, id, _context, query): Promise<Values> {
      const one = query('priorite') ? await findPriority(db, id, query('priorite')!) : undefined;
      if (!one) return { rang: [String((await listPriorities(db, id)).filter((row) => row.family === family).length + 1)] };
      return { priorite: [one.id], libelle: [one.label], rang: [String(one.rank ?? '')], palier: [one.tier ?? ''], zones: one.zones, themes: one.themes, raison: [one.rationale ?? ''] };
    },
    async run(tx, actor, id, input, { today }) {
      const rank = input.number('rang')!;
      if (!Number.isInteger(rank) || rank < 1 || rank > 99) return { refused: 'rank', field: 'rang' };
      const done = await addPriority(tx, actor, {
        strategyId: id, id: input.text('priorite'), family, rank, tier: input.text('palier') as Tier | null, label: input.text('libelle')!, rationale: input.text('raison'),
        zones: input.list('zones'), themes: input.list('themes'), source: await recordDeclaration(tx, actor, today),
      });
      return done === 'added' ? null : { ...done, field: 'priorite' };
    },
  };
}

const zonesField: FieldSpec = { name: 'zones', type: 'select', several: true, choices: async (_db, _id, lang: Lang) => listZones().map((zone) => [zone.slug, zone[lang]]) };

const unrank: ActSpec = {
  name: 'retirer-priorite',
  fields: [{ name: 'priorite_retiree', type: 'radio', required: true, choices: async (db, id) => (await listPriorities(db, id!)).map((one) => [one.id, one.label]) }],
  has: async (db, id) => (await listPriorities(db, id)).length > 0,
  async run(tx, actor, id, input) {
    const done = await removePriority(tx, actor, id, input.text('priorite_retiree')!);
    return done === 'removed' ? null : { ...done, field: 'priorite_retiree' };
  },
};

const follow: ActSpec = {
  name: 'recommandation',
  fields: [
    { name: 'recommandation', type: 'radio', required: true, choices: async (db, id) => (await listTexts(db, id!, 'recommendation')).map((text) => [text, text]) },
    { name: 'suite', type: 'radio', required: true, choices: followings },
    { name: 'suivie_le', type: 'date' },
    { name: 'suivi_note', type: 'textarea', max: 1000 },
  ],
  has: async (db, id) => (await listTexts(db, id, 'recommendation')).length > 0,
  async run(tx, actor, id, input) {
    const [text, at] = [input.text('recommandation')!, input.date('suivie_le')];
    const before = await tx.selectFrom('strategy_items').select('followed').where('strategy_id', '=', id).where('part', '=', 'recommendation').where('text', '=', text).executeTakeFirst();
    if (!before) return { refused: 'unknown', field: 'recommandation' };
    await tx
      .updateTable('strategy_items')
      .set({ followed: input.text('suite') as Following, followed_at: at?.value ?? null, followed_precision: at?.precision ?? null, followed_note: input.text('suivi_note') })
      .where('strategy_id', '=', id).where('part', '=', 'recommendation').where('text', '=', text)
      .execute();
    await recordChange(tx, actor, id, 'followed', { recommandation: [null, text], suite: [before.followed, input.text('suite')] });
    return null;
  },
};

export const acts: readonly ActSpec[] = [
  publish,
  adopt,
  priorityAct('priorite-geographique', 'geographic', [{ name: 'palier', type: 'radio', required: true, choices: ['first', 'maintained', 'occasional'] }, zonesField]),
  priorityAct('priorite-thematique', 'thematic', [{ name: 'themes', type: 'themes', several: true, required: true }]),
  unrank,
  follow,
];
