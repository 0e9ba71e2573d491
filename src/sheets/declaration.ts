import type { Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import type { Source } from './types.ts';

/** The source of what a body says of itself without another text: its own word, dated. One document a body and day. */
export async function recordDeclaration(tx: Tx, actor: Actor, today: string): Promise<Source> {
  const body = actor.onBehalfOf
    ? await tx.selectFrom('sheets').select(['kind', 'slug', 'title']).where('id', '=', actor.onBehalfOf).executeTakeFirst()
    : undefined;
  const id = `declaration-${body ? `${body.kind}-${body.slug}` : 'instance'}-${today}`;
  const author = body?.title ?? 'Administration de l’instance';
  await tx
    .insertInto('documents')
    .values({ id, title: `Déclaration sur cette plateforme (${author})`, author, nature: 'contribution', brought: true, published: today, published_precision: 'day' })
    .onConflict((oc) => oc.doNothing())
    .execute();
  return { document: id };
}
