import type { Read } from '~/platform/db/index.ts';
import { summaryColumns, toSummary, visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';
import { listObjectivesOfAction, listOccasional, type ObjectiveOfAction } from '~/modules/strategies/index.ts';
import { listGoalTags, type GoalTag } from './goals.ts';
import { listResults } from './results.ts';
import type { Marks } from './rules.ts';

export interface ActionDetail {
  isDraft: boolean;
  note: string | null;
  objectives: ObjectiveOfAction[];
  /** Outside the circle of partnerships. */
  isOccasional: boolean;
  need: string | null;
  needOf: { kind: string; slug: string; title: string } | null;
  steps: string[];
  benefitsHere: string | null;
  benefitsThere: string | null;
  continuation: string | null;
  marks: Marks;
  goals: GoalTag[];
  results: Awaited<ReturnType<typeof listResults>>;
}

export async function getAction(db: Read, reader: Reader, id: string): Promise<ActionDetail> {
  const [row, objectives, occasional, goals, results] = await Promise.all([
    findRow(db, reader, id),
    listObjectivesOfAction(db, reader, id),
    listOccasional(db, reader, [id]),
    listGoalTags(db, id),
    listResults(db, id),
  ]);
  return {
    isDraft: row.visibility === 'draft', note: row.note, objectives, isOccasional: occasional.has(id), goals, results,
    need: row.need, needOf: row.need_slug === null ? null : { kind: row.need_kind!, slug: row.need_slug, title: row.need_title! },
    steps: row.steps ?? [], benefitsHere: row.benefits_here, benefitsThere: row.benefits_there, continuation: row.continuation,
    marks: { rights: row.rights as Marks['rights'], rightsNote: row.rights_note, gender: row.gender as Marks['gender'], genderNote: row.gender_note },
  };
}

async function findRow(db: Read, reader: Reader, id: string) {
  return db
    .selectFrom('sheets as own')
    .leftJoin('actions', 'actions.sheet_id', 'own.id')
    .leftJoin('sheets', (join) => join.onRef('sheets.id', '=', 'actions.need_of').on(visibleTo(reader)))
    .select(['own.visibility', 'actions.note', 'need', 'steps', 'benefits_here', 'benefits_there', 'continuation', 'rights', 'rights_note', 'gender', 'gender_note'])
    .select(['sheets.kind as need_kind', 'sheets.slug as need_slug', 'sheets.title as need_title'])
    .where('own.id', '=', id)
    .executeTakeFirstOrThrow();
}

export interface ActionList {
  actions: readonly SheetSummary[];
  occasional: ReadonlySet<string>;
  /** Not published yet: this reader's own. */
  drafts: ReadonlySet<string>;
}

/** The latest first; those without a date come last and stay without one. */
export async function listActions(db: Read, reader: Reader): Promise<ActionList> {
  const rows = await db
    .selectFrom('sheets')
    .select(summaryColumns)
    .select('visibility')
    .where('kind', '=', 'action')
    .where(visibleTo(reader))
    .orderBy('start_date', (order) => order.desc().nullsLast())
    .orderBy('title')
    .limit(500)
    .execute();
  const actions = rows.map(toSummary);
  const drafts = new Set(rows.filter((row) => row.visibility === 'draft').map((row) => row.id));
  return { actions, drafts, occasional: await listOccasional(db, reader, actions.map((one) => one.id)) };
}
