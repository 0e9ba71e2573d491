import { formatList, useT, useView } from '~/platform/i18n/index.ts';
import { themeName } from '~/reference/index.ts';
import { commonPaths, sheetHref, type Body } from '~/sheets/index.ts';
import { messages } from '../../messages.ts';
import type { GroupShown } from '../queries.ts';

/** Three to six members around one thing: who they are, what holds them together, and a project to open. */
export function GroupList({ groups, titles, me }: { groups: readonly GroupShown[]; titles: ReadonlyMap<string, Body>; me: string | null }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <ul class="matches">
      {groups.map((group, index) => {
        const others = group.members.filter(({ id }) => id !== me);
        return (
          <li key={index} class="match">
            <h3>
              <GroupReasonText group={group} titles={titles} />
            </h3>
            <p>
              {others.map((one, at) => (
                <>
                  {at > 0 && ', '}
                  <a href={to(sheetHref(one.kind, one.slug))}>{one.title}</a>
                </>
              ))}
            </p>
            {group.reason.code === 'complement' && <Sides group={group} />}
            {me && (
              <p class="gestures">
                <a href={to(commonPaths.commonProject.href({}, { avec: others.map((one) => one.slug) }))}>{t('group.project')}</a>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function GroupReasonText({ group: { reason }, titles }: { group: GroupShown; titles: ReadonlyMap<string, Body> }) {
  const t = useT(messages);
  const { lang } = useView();
  return reason.code === 'partner' ? t('group.partner', { partner: titles.get(reason.of)?.title ?? '' }) : t('group.theme', { theme: themeName(reason.of, lang) });
}

function Sides({ group: { members, reason } }: { group: GroupShown }) {
  const t = useT(messages);
  const { lang } = useView();
  const named = (ids: readonly string[]) => formatList(lang, members.filter(({ id }) => ids.includes(id)).map(({ title }) => title));
  return <p class="quiet">{t('group.sides', { seekers: named(reason.seekers), n: reason.seekers.length, offerers: named(reason.offerers), m: reason.offerers.length })}</p>;
}

/** Ids of the partners that groups and pairs name. */
export function listNamed(groups: readonly GroupShown[], reasons: readonly { code: string; of: string[] }[]): string[] {
  return [...groups.flatMap(({ reason }) => (reason.code === 'partner' ? [reason.of] : [])), ...reasons.flatMap((reason) => (reason.code === 'partner' ? reason.of : []))];
}
