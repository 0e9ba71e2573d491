import { listAccountsOf } from '~/modules/accounts/index.ts';
import { createAction } from '~/modules/projects/index.ts';
import { sql, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { findFreeSlug, patchSheet, recordChange, recordDeclaration, tellAccounts, type Body, type SheetRef } from '~/sheets/index.ts';
import { paths } from '../paths.ts';
import { answering } from '../speaking.ts';
import type { CommonProject } from './queries.ts';

export interface ProjectInput {
  title: string;
  summary: string | null;
  themes: string[];
  holder: Body;
  invited: readonly Body[];
}

/** A draft of one body, that others are invited to hold. Nobody is named in it before they accept. */
export async function createProject(tx: Tx, actor: Actor, { title, summary, themes, holder, invited }: ProjectInput, today: string): Promise<SheetRef> {
  const made = await createAction(tx, actor, {
    slug: await findFreeSlug(tx, 'action', title), title, type: 'projet', summary, holderId: holder.id, state: 'planned', visibility: 'draft', themes,
    places: [], countries: [], words: '', partners: [], partnerships: [], networks: [], programmes: [], objectives: [], zones: [], captions: [], note: null,
    sources: [await recordDeclaration(tx, actor, today)],
  });
  // No objective was asked for: nothing of another authority's strategy can stand in the way.
  if ('refused' in made) throw new Error(made.refused);
  await tx
    .insertInto('common_projects')
    .values([
      { project_id: made.id, body_id: holder.id, state: 'accepted', answered_at: sql`now()`, account_id: actor.accountId ?? null },
      ...invited.map((body) => ({ project_id: made.id, body_id: body.id, state: 'invited' })),
    ])
    .execute();
  for (const body of invited) await tell(tx, actor, 'common-project', body.id, made.slug, title);
  return made;
}

async function tell(tx: Tx, actor: Actor, what: string, bodyId: string, slug: string, label: string): Promise<void> {
  const accounts = (await listAccountsOf(tx, bodyId, answering)).map((one) => one.id);
  await tellAccounts(tx, { name: `matching.${what}`, sheetId: bodyId, actor }, { accounts, path: paths.project.href({ slug }), label });
}

/** The yes of a body: it is named, sees the draft and corrects it as whoever opened it does. */
export async function joinProject(tx: Tx, actor: Actor, project: CommonProject, bodyId: string): Promise<boolean> {
  if (!(await settle(tx, actor, project.id, bodyId, 'accepted'))) return false;
  const sheet = await tx.selectFrom('sheets').select(['owner_id', 'shared_with']).where('id', '=', project.id).forUpdate().executeTakeFirstOrThrow();
  await sql`insert into sheet_links (from_id, role, to_id, position) select ${project.id}::uuid, 'holder', ${bodyId}::uuid, count(*) from sheet_links where from_id = ${project.id}::uuid and role = 'holder' on conflict do nothing`.execute(tx);
  await patchSheet(tx, project.id, { sharedWith: [...new Set([...sheet.shared_with, bodyId])] });
  await recordChange(tx, actor, project.id, 'joined');
  await tell(tx, actor, 'common-project-joined', sheet.owner_id!, project.slug, project.title);
  return true;
}

/** A quiet no: whoever opened it sees that the invitation is over, and nobody was named. */
export async function declineProject(tx: Tx, actor: Actor, project: CommonProject, bodyId: string): Promise<boolean> {
  return settle(tx, actor, project.id, bodyId, 'declined');
}

async function settle(tx: Tx, actor: Actor, projectId: string, bodyId: string, state: 'accepted' | 'declined'): Promise<boolean> {
  const row = await tx
    .updateTable('common_projects')
    .set({ state, answered_at: sql`now()`, account_id: actor.accountId ?? null })
    .where('project_id', '=', projectId)
    .where('body_id', '=', bodyId)
    .where('state', '=', 'invited')
    .returning('body_id')
    .executeTakeFirst();
  return row !== undefined;
}
