import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { SpeakerName } from '~/modules/people/index.ts';
import { linked, sheetHref, type SheetFrame } from '~/sheets/index.ts';
import { DefinitionList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { GroupDetail } from '../queries.ts';

/** Who hosts it, who chairs it, who is in it: bodies and functions. */
export function GroupFacts({ frame, detail }: { frame: SheetFrame; detail: GroupDetail }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const [host] = linked(frame.outgoing, 'host');
  const members = linked(frame.outgoing, 'member');
  const low = detail.membersLow;
  const high = detail.membersHigh ?? low;
  const said = detail.chair !== null || detail.chairs.length > 0;
  return (
    <DefinitionList
      items={[
        host && [t('facts.host'), <a href={to(sheetHref(host.kind, host.slug))} lang="fr">{host.title}</a>],
        [
          t('facts.chair'),
          <>
            {detail.chair && <SpeakerName speaker={detail.chair} />}
            {detail.chair?.asOf && <small>{t('facts.chair.asOf', { date: formatPartialDate(lang, detail.chair.asOf) })}</small>}
            {detail.chairs.map((chair, index) => (
              <p key={index}>{t('facts.chair.here', { who: [chair.function ?? t('facts.chair.held'), chair.body].filter(Boolean).join(', ') })}</p>
            ))}
            {!said && t('facts.chair.unknown')}
          </>,
        ],
        [t('facts.members'), low !== null ? (low === high ? t('facts.members.exact', { n: low }) : t('facts.members.range', { low, high: high! })) : members.length ? t('facts.members.known', { n: members.length }) : t('facts.members.unknown')],
        members.length > 0 && [
          t('facts.known'),
          <ul class="plain">
            {members.slice(0, 12).map((one) => (
              <li key={one.id}><a href={to(sheetHref(one.kind, one.slug))} lang="fr">{one.title}</a></li>
            ))}
            {members.length > 12 && <li>{t('facts.known.more', { n: members.length - 12 })}</li>}
          </ul>,
        ],
        [t('facts.joining'), t(`facts.joining.${detail.group.closed ? 'closed' : detail.group.reserved.length ? 'reserved' : detail.group.joining}`)],
      ]}
    />
  );
}
