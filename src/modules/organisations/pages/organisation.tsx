import { DeskNote, type Contact } from '~/modules/territories/index.ts';
import { useT, useView } from '~/platform/i18n/index.ts';
import { countryName } from '~/reference/index.ts';
import { labelOfKind, labelOfType, sheetHref, SheetPage, SourceNote, type LinkedSheet, type SheetFrame, type SheetSummary } from '~/sheets/index.ts';
import { MarginNote, Note, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';

const roles = ['holder', 'funder', 'partner', 'organiser', 'host'] as const;
type Role = (typeof roles)[number] | 'other';
const roleOf = (link: LinkedSheet): Role => roles.find((role) => role === link.role) ?? 'other';

interface OrganisationProps {
  frame: SheetFrame;
  network: SheetSummary | undefined;
  contact: Contact | undefined;
  seat: SheetSummary | undefined;
}

/** What it is, in two sentences, then what it does in everything that is published. */
export function OrganisationPage({ frame, network, contact, seat }: OrganisationProps) {
  const t = useT(messages);
  const { lang, to, origin } = useView();
  const { sheet } = frame;
  const acronym = frame.names.find((one) => one.kind === 'acronym');
  const note = frame.facts.find((fact) => fact.field === 'note');
  const groups = Map.groupBy(frame.incoming, roleOf);
  return (
    <SheetPage
      frame={frame}
      eyebrow={[labelOfType('organisation', sheet.type, lang), acronym?.name].filter(Boolean).join(' · ')}
      breadcrumb={[
        { href: to('/observatoire'), label: t('breadcrumb.observatory') },
        { href: to(paths.list.href({})), label: t('list.title') },
        { label: sheet.title },
      ]}
      jsonLd={sheet.countries.length ? { location: sheet.countries.map((iso) => ({ '@type': 'Country', name: countryName(iso, lang), url: `${origin}/pays/${iso}` })) } : undefined}
      aside={
        <>
          <DeskNote contact={contact} />
          {seat && (
            <MarginNote title={t('show.seat')}>
              <p>
                <a href={to(sheetHref('territory', seat.slug))}>{seat.title}</a>
              </p>
            </MarginNote>
          )}
          {network && (
            <MarginNote title={t('show.network')}>
              <p>
                <a href={to(sheetHref('network', network.slug))}>{network.title}</a>
              </p>
            </MarginNote>
          )}
          {sheet.countries.length > 0 && (
            <MarginNote title={t('show.country')}>
              <p>
                {sheet.countries.map((iso) => (
                  <a key={iso} href={to(`/pays/${iso}`)}>
                    {countryName(iso, lang)}
                  </a>
                ))}
              </p>
            </MarginNote>
          )}
        </>
      }
    >
      {note && (
        <Note tone="context" title={t('show.note')}>
          <span lang={sheet.lang}>{note.value}</span>
          <SourceNote frame={frame} documentId={note.sources[0]?.documentId} />
        </Note>
      )}
      <Section title={t('show.roles')}>
        {groups.size === 0 && <p class="quiet">{t('show.nothing')}</p>}
        {([...roles, 'other'] as const).map((role) => {
          const list = groups.get(role);
          return list && <RoleGroup key={role} title={t(`role.${role}`)} list={list} />;
        })}
      </Section>
    </SheetPage>
  );
}

function RoleGroup({ title, list }: { title: string; list: LinkedSheet[] }) {
  const { lang, to } = useView();
  return (
    <>
      <h3>{title}</h3>
      <SheetList
        items={list.map((one) => ({
          href: to(sheetHref(one.kind, one.slug)),
          title: one.title,
          lang: one.lang,
          right: labelOfType(one.kind, one.type, lang) ?? labelOfKind(one.kind, lang),
        }))}
      />
    </>
  );
}
