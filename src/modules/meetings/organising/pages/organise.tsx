import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, getKind, type SheetSummary } from '~/sheets/index.ts';
import { Button, Section, SheetList } from '~/ui/index.ts';
import { paths as registrationPaths } from '../../registration/paths.ts';
import type { Counts } from '../../registration/queries.ts';
import type { Shown } from '../form.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Volunteer } from '../queries.ts';
import { Fields, OrganisingPage } from './frame.tsx';

export interface OrganiseProps {
  sheet: SheetSummary;
  shown: Shown;
  counts: Counts;
  sessions: number;
  roles: number;
  experts: number;
  volunteers: readonly Volunteer[];
  /** The sheet's own form and its documents are for those who keep it. */
  mayEdit: boolean;
}

/** Where the organisers start: what there is to prepare, then the announcement and the registration. */
export function OrganisePage({ sheet, shown, counts, sessions, roles, experts, volunteers, mayEdit }: OrganiseProps) {
  const t = useT(messages);
  const { to } = useView();
  const at = { slug: sheet.slug };
  const files = { genre: getKind('event').genre, slug: sheet.slug };
  const items = [
    { href: paths.programme.href(at), title: t('organise.programme'), meta: t('organise.sessions', { n: sessions }) },
    { href: paths.speakers.href(at), title: t('organise.speakers'), meta: t('organise.roles', { n: roles }) },
    { href: paths.attendance.href(at), title: t('organise.attendance'), meta: t('organise.counts', counts as Record<string, number>) },
    { href: paths.experts.href(at), title: t('organise.experts'), meta: t('organise.experts.count', { n: experts }) },
    ...(mayEdit ? [{ href: commonPaths.attachments.href(files, { nature: 'document' }), title: t('organise.documents') }, { href: commonPaths.edit.href(files), title: t('organise.sheet') }] : []),
    { href: registrationPaths.live.href(at), title: t('organise.live') },
    { href: paths.edition.href(at), title: t('organise.edition') },
  ];
  return (
    <OrganisingPage sheet={sheet} title={t('organise.title')} lede={t('organise.lede')} errors={shown.errors}>
      <SheetList items={items.map((item) => ({ ...item, href: to(item.href) }))} />
      <Volunteers sheet={sheet} volunteers={volunteers} />
      <Section title={t('setup.title')}>
        <form method="post" action={to(paths.organise.href(at))} class="edit-form" id="champ-formulaire">
          <Fields shown={shown} />
          <div class="actions">
            <Button>{t('organise.save')}</Button>
          </div>
        </form>
      </Section>
    </OrganisingPage>
  );
}

function Volunteers({ sheet, volunteers }: { sheet: SheetSummary; volunteers: readonly Volunteer[] }) {
  const t = useT(messages);
  return (
    <Section id="volontaires" title={t('volunteers.title')}>
      {!volunteers.length && <p class="quiet">{t('volunteers.none')}</p>}
      <ul class="held">
        {volunteers.map((one) => (
          <li key={one.id}>
            <div>
              <strong>{one.function ? t('volunteers.one', { name: one.name, function: one.function }) : one.name}</strong> {one.body && t('volunteers.of', { body: one.body })}
              <p class="held-meta">{one.session ? t('volunteers.session', { session: one.session }) : t('volunteers.whole')}</p>
              {one.words && <p>{one.words}</p>}
            </div>
            {one.state === 'offered' ? <Decide slug={sheet.slug} id={one.id} /> : <div>{t(`volunteers.${one.state as 'accepted'}`)}</div>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Decide({ slug, id }: { slug: string; id: string }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <div class="actions">
      <form method="post" action={to(paths.acceptVolunteer.href({ slug, id }))}>
        <Button kind="outline">{t('volunteers.accept')}</Button>
      </form>
      <form method="post" action={to(paths.declineVolunteer.href({ slug, id }))}>
        <Button kind="plain">{t('volunteers.decline')}</Button>
      </form>
    </div>
  );
}
