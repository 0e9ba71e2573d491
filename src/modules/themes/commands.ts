import type { Tx } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import { createSheet } from '~/sheets/index.ts';
import { listThemes } from '~/reference/index.ts';

/** One sheet a theme, found by its names in three languages and its synonyms. */
export async function loadThemes(tx: Tx): Promise<void> {
  for (const theme of listThemes()) {
    const names = new Set([theme.en, theme.es, ...theme.synonyms].filter((name) => name !== theme.fr));
    await createSheet(tx, instance, {
      kind: 'theme',
      type: theme.parent ? 'sous-theme' : 'theme',
      slug: theme.slug,
      title: theme.fr,
      names: [...names].map((name) => ({ name, kind: 'alias' as const })),
      themes: theme.parent ? [theme.parent] : [],
    });
  }
}
