import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { linked, sheetHref, SheetPage, type SheetFrame } from '~/sheets/index.ts';
import { Button, DefinitionList, Hero, Note, Section } from '~/ui/index.ts';
import { jobKind } from '../messages.ts';
import { paths } from '../paths.ts';
import type { JobDetail } from '../queries.ts';
import { employmentTypes, isPresent } from '../rules.ts';

export function JobPage({ frame, job }: { frame: SheetFrame; job: JobDetail }) {
  const t = useT(jobKind);
  const { lang, to, today } = useView();
  const { sheet } = frame;
  const [employer] = linked(frame.outgoing, 'employer');
  const open = isPresent({ state: sheet.state, expiresOn: job.expiresOn }, today);
  const own = sheet.lang === lang ? undefined : sheet.lang;
  const deadline = formatPartialDate(lang, { value: job.expiresOn, precision: 'day' });
  return (
    <SheetPage
      frame={frame}
      section="emplois"
      breadcrumb={[{ href: to(paths.jobs.href({})), label: t('list.title') }, { label: sheet.title }]}
      hero={<Hero eyebrow={employer?.title} title={own ? <span lang={own}>{sheet.title}</span> : sheet.title} size="title" />}
      jsonLd={buildPosting(frame, job, employer?.title)}
    >
      {!open && <Note tone="context" title={sheet.state === 'draft' || sheet.state === 'withdrawn' ? t(`note.${sheet.state}`) : t('note.past', { date: deadline })} />}
      <Section id="essentiel" title={t('facts.title')}>
        <DefinitionList
          items={[
            employer && [t('facts.employer'), <a href={to(sheetHref(employer.kind, employer.slug))}>{employer.title}</a>],
            [t('facts.place'), job.place],
            [t('facts.contract'), t(`type.${job.contract}`)],
            [t('facts.deadline'), <time dateTime={job.expiresOn}>{deadline}</time>],
          ]}
        />
      </Section>
      <p class="as-written" lang={own}>{sheet.summary}</p>
      {job.web && open && (
        <p>
          <Button kind="outline" href={job.web}>{t('apply')}</Button>
        </p>
      )}
    </SheetPage>
  );
}

/** What job search engines read: nothing that the offer does not say. */
function buildPosting({ sheet }: SheetFrame, job: JobDetail, employer: string | undefined): Record<string, unknown> {
  const type = employmentTypes[job.contract];
  return {
    title: sheet.title,
    ...(sheet.start ? { datePosted: sheet.start.value } : {}),
    validThrough: job.expiresOn,
    ...(type ? { employmentType: type } : {}),
    ...(employer ? { hiringOrganization: { '@type': 'Organization', name: employer } } : {}),
    jobLocation: { '@type': 'Place', address: { '@type': 'PostalAddress', addressLocality: job.place } },
    directApply: false,
  };
}
