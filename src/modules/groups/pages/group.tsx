import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { SpeakerName, WhyHidden } from '~/modules/people/index.ts';
import { territoryPaths } from '~/modules/territories/index.ts';
import { countryName } from '~/reference/index.ts';
import { labelOfType, linked, sheetHref, SheetPage, type SheetFrame, type SheetSummary } from '~/sheets/index.ts';
import { DefinitionList, Hero, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { GroupDetail } from '../queries.ts';

const topics = ['need', 'aim', 'working', 'name_option'] as const;

export function GroupPage({ frame, group }: { frame: SheetFrame; group: GroupDetail }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { sheet } = frame;
  const meetings = frame.incoming.filter((one) => one.role === 'group');
  const events = group.events.filter((one) => !meetings.some((met) => met.id === one.id));
  const country = sheet.countries[0] && countryName(sheet.countries[0], lang);
  return (
    <SheetPage
      frame={frame}
      section="groupes"
      breadcrumb={[{ href: to(paths.list.href({})), label: t('list.title') }, { label: sheet.title }]}
      hero={<Hero title={<span lang="fr">{sheet.title}</span>} size="title" eyebrow={labelOfType('group', sheet.type, lang)} lede={<span lang="fr">{sheet.summary}</span>} side={<GroupFacts frame={frame} group={group} />} />}
      aside={group.chair && <WhyHidden />}
    >
      <Section id="reunions" title={t('meetings.title')}>
        {meetings.length > 0 ? <Sheets list={meetings} /> : <p>{t('meetings.none')}</p>}
      </Section>
      {topics.map((topic) => {
        const list = group.statements.filter((one) => one.topic === topic);
        return (
          list.length > 0 && (
            <Section key={topic} title={t(topic)} lede={topic === 'name_option' ? t('name_option.lede') : undefined}>
              <ul class="part-items" lang="fr">
                {list.map((one) => (
                  <li key={one.text}>{one.text}</li>
                ))}
              </ul>
            </Section>
          )
        );
      })}
      {country && (
        <Section id="partenariats" title={t('partnerships.title', { country })} action={<a href={to(territoryPaths.country.href({ iso: sheet.countries[0]! }))}>{t('partnerships.all')}</a>}>
          {group.partnerships.length > 0 ? <Sheets list={group.partnerships} /> : <p>{t('partnerships.none')}</p>}
        </Section>
      )}
      {country && events.length > 0 && (
        <Section id="rencontres" title={t('events.title', { country })}>
          <Sheets list={events} />
        </Section>
      )}
      {group.note && (
        <Section title={t('note')}>
          <p lang="fr">{group.note}</p>
        </Section>
      )}
    </SheetPage>
  );
}

function GroupFacts({ frame, group }: { frame: SheetFrame; group: GroupDetail }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const [host] = linked(frame.outgoing, 'host');
  const members = linked(frame.outgoing, 'member');
  const low = group.membersLow;
  const high = group.membersHigh ?? low;
  return (
    <DefinitionList
      items={[
        host && [t('facts.host'), <a href={to(sheetHref(host.kind, host.slug))} lang="fr">{host.title}</a>],
        [
          t('facts.chair'),
          group.chair ? (
            <>
              <SpeakerName speaker={group.chair} />
              {group.chair.asOf && <small>{t('facts.chair.asOf', { date: formatPartialDate(lang, group.chair.asOf) })}</small>}
            </>
          ) : t('facts.chair.unknown'),
        ],
        [t('facts.members'), low === null ? t('facts.members.unknown') : low === high ? t('facts.members.exact', { n: low }) : t('facts.members.range', { low, high: high! })],
        members.length > 0 && [
          t('facts.known'),
          <ul class="plain">
            {members.map((one) => (
              <li key={one.id}><a href={to(sheetHref(one.kind, one.slug))} lang="fr">{one.title}</a></li>
            ))}
          </ul>,
        ],
      ]}
    />
  );
}

function Sheets({ list }: { list: readonly SheetSummary[] }) {
  const { lang, to } = useView();
  return (
    <SheetList
      items={list.map((one) => ({
        href: to(sheetHref(one.kind, one.slug)),
        title: one.title,
        lang: 'fr',
        meta: [labelOfType(one.kind, one.type, lang), one.start && formatPartialDate(lang, one.start)].filter(Boolean).join(', '),
      }))}
    />
  );
}
