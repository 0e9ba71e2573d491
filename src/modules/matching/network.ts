import { findSheet, type Body, type SheetAsk } from '~/sheets/index.ts';

/** The network of the address, for whoever animates it, or for an administrator. */
export async function findNetworkHere(ask: SheetAsk): Promise<Body | undefined> {
  const { acting } = ask.reader;
  const found = await findSheet(ask.primary, ask.reader, 'network', ask.param('slug'));
  if (!found || 'movedTo' in found) return undefined;
  return acting?.role === 'administrator' || acting?.body?.id === found.id ? { id: found.id, kind: found.kind, slug: found.slug, title: found.title } : undefined;
}
