import { sql, type Read } from '~/platform/db/index.ts';
import { useT, useView } from '~/platform/i18n/index.ts';
import { sheetHref, type Reader, type SheetRef, type SpacePart } from '~/sheets/index.ts';
import { MarginNote } from '~/ui/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';

const shown = 12;

/** « Vos groupes »: the way back in, for members and guests. */
export const space: SpacePart = {
  where: 'aside',
  order: 20,
  async draw({ primary, reader }) {
    const groups = await listOwn(primary, reader);
    return groups.length ? <OwnGroups groups={groups} /> : null;
  },
};

type Own = SheetRef & { title: string };

async function listOwn(db: Read, { groups = [], bodies }: Reader): Promise<Own[]> {
  const { rows } = await sql<Own>`
    select id, kind, slug, title from sheets where id = any(${[...groups, ...bodies]}::uuid[]) and kind = 'group' and merged_into is null order by title limit ${shown}`.execute(db);
  return rows;
}

function OwnGroups({ groups }: { groups: readonly Own[] }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <MarginNote title={t('space.title')}>
      <ul class="plain">
        {groups.map(({ id, kind, slug, title }) => (
          <li key={id}><a href={to(sheetHref(kind, slug))} lang="fr">{title}</a></li>
        ))}
      </ul>
      <p><a href={to(paths.list.href({}))}>{t('space.all')}</a></p>
    </MarginNote>
  );
}
