import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfKind, labelOfState, labelOfType, linked, sheetHref, SheetPage, SourceNote, type LinkedSheet, type SheetFrame } from '~/sheets/index.ts';
import { DefinitionList, Note, Section, SheetList, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { messages as partnershipMessages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import { programmePhases, type ProgrammeState } from '../rules.ts';

/** Who carries it, who pays, who takes part, where it stands, what hangs on it. */
export function ProgrammePage({ frame }: { frame: SheetFrame }) {
  const t = useT(messages);
  const common = useT(partnershipMessages);
  const { lang, to, origin } = useView();
  const { sheet } = frame;
  const type = labelOfType('programme', sheet.type, lang);
  const inRole = (role: string) => linked(frame.outgoing, role);
  const doubt = frame.facts.find((fact) => fact.field === 'doubt');
  const related = frame.incoming.filter((one) => one.role === 'programme');
  return (
    <SheetPage
      frame={frame}
      eyebrow={type}
      breadcrumb={[
        { href: to('/observatoire'), label: common('menu.observatory') },
        { href: to(paths.programmes.href({})), label: t('list.title') },
        { label: sheet.title },
      ]}
      jsonLd={{ funder: inRole('funder').map((one) => ({ '@type': 'Organization', name: one.title, url: origin + sheetHref(one.kind, one.slug) })) }}
    >
      <Section title={t('show.who')}>
        <DefinitionList
          items={[
            [t('show.holders'), <Linked list={inRole('holder')} />],
            [t('show.funders'), <Linked list={inRole('funder')} />],
            [t('show.partners'), <Linked list={inRole('partner')} />],
          ]}
        />
      </Section>
      <Section title={t('show.state')}>
        <ProgrammeStanding frame={frame} />
        {doubt && (
          <Note tone="confirm" sign="a-confirmer" title={t('show.doubt')}>
            <span lang={sheet.lang}>{doubt.value}</span>
            <SourceNote frame={frame} documentId={doubt.sources[0]?.documentId} />
          </Note>
        )}
      </Section>
      <Group title={t('show.partnerships')} list={inRole('partnership')} />
      <Group title={t('show.actions')} list={related} />
    </SheetPage>
  );
}

function Linked({ list }: { list: LinkedSheet[] }) {
  const t = useT(messages);
  const { to } = useView();
  if (!list.length) return <span class="quiet">{t('show.unknown')}</span>;
  return (
    <ul class="plain">
      {list.map((one) => (
        <li key={one.id}>
          <a href={to(sheetHref(one.kind, one.slug))}>{one.title}</a>
        </li>
      ))}
    </ul>
  );
}

function ProgrammeStanding({ frame }: { frame: SheetFrame }) {
  const t = useT(messages);
  const { lang } = useView();
  const present = frame.states.at(-1);
  if (!present) return <p class="quiet">{t('state.unknown')}</p>;
  return (
    <p>
      <StateMark phase={programmePhases[present.state as ProgrammeState]} word={labelOfState('programme', present.state, lang)} />
      {present.at && <> {t('state.seen', { date: formatPartialDate(lang, present.at) })}</>}
    </p>
  );
}

function Group({ title, list }: { title: string; list: LinkedSheet[] }) {
  const { lang, to } = useView();
  if (!list.length) return null;
  return (
    <Section title={title}>
      <SheetList
        items={list.map((one) => ({
          href: to(sheetHref(one.kind, one.slug)),
          title: one.title,
          lang: one.lang,
          right: labelOfType(one.kind, one.type, lang) ?? labelOfKind(one.kind, lang),
        }))}
      />
    </Section>
  );
}
