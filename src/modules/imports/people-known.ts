import { sql, type Read } from '~/platform/db/index.ts';
import { simplify, type Said } from './rules.ts';

export interface Known {
  personId: string;
  functions: { id: string; function: string; bodyId: string | null }[];
}

export const keyOf = ({ prenom, nom }: Pick<Said, 'prenom' | 'nom'>) => simplify(`${prenom} ${nom}`).replaceAll(' ', '');

/** People who bear the names of one list, by name. One query, whatever the number of lines. */
export async function openPeople(db: Read, said: readonly Said[]): Promise<(one: Said, bodyId: string | null) => { known: Known | null; homonym: boolean }> {
  const names = [...new Set(said.flatMap(({ prenom, nom }) => [`${prenom} ${nom}`.trim(), `${nom} ${prenom}`.trim()]).filter(Boolean))];
  const { rows } = await sql<{ person_id: string; name: string; functions: Known['functions'] | null }>`
    with named as (
      select p.id, trim(p.first_name || ' ' || p.last_name) as name from people p where plain(p.first_name || ' ' || p.last_name) = any(select plain(n) from unnest(${names}::text[]) n)
      union select n.person_id, n.name from person_names n where plain(n.name) = any(select plain(w) from unnest(${names}::text[]) w))
    select named.id as person_id, named.name, (select json_agg(json_build_object('id', f.id, 'function', f.function, 'bodyId', f.body_id)) from person_functions f where f.person_id = named.id) as functions
    from named join people p on p.id = named.id where p.erased_at is null`.execute(db);
  const byName = Map.groupBy(rows, (row) => simplify(row.name).replaceAll(' ', ''));
  return (one, bodyId) => {
    const alike = byName.get(keyOf(one)) ?? [];
    // The same name is not the same person: the same body too, or the same words for the function.
    const same = alike.find(({ functions }) => (functions ?? []).some((held) => (bodyId !== null && held.bodyId === bodyId) || (one.fonction !== '' && simplify(held.function) === simplify(one.fonction))));
    return { known: same ? { personId: same.person_id, functions: same.functions ?? [] } : null, homonym: !same && alike.length > 0 };
  };
}
