import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, getKind, Page, sheetHref, type SheetSummary } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Field, Hero, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Import } from '../queries.ts';
import type { ReadFault } from '../read.ts';
import { maxLines, type Kind } from '../rules.ts';

export interface Typed {
  network: string;
  pasted: string;
  fault: ReadFault | 'network' | null;
}

interface Props {
  kind: Kind;
  meeting?: SheetSummary;
  networks: readonly { id: string; title: string }[];
  lists: readonly Import[];
  typed: Typed;
}

/** One file or a few pasted lines. Nothing is written before the person has seen what would be. */
export function NewImportPage({ kind, meeting, networks, lists, typed }: Props) {
  const t = useT(messages);
  const { to } = useView();
  const members = kind === 'members';
  const title = meeting ? t('new.attendance.title') : t('new.members.title');
  const action = meeting ? paths.attendance.href({ genre: getKind('event').genre, slug: meeting.slug }) : paths.list.href({});
  const fault = typed.fault && { name: typed.fault === 'network' ? 'reseau' : 'fichier', message: t(`fault.${typed.fault}`, { lines: maxLines }) };
  const former = lists.filter((list) => list.kind === kind && (!meeting || list.aboutId === meeting.id));
  return (
    <Page title={title} noIndex>
      <Breadcrumb items={[meeting ? { href: to(sheetHref('event', meeting.slug)), label: meeting.title } : { href: to(commonPaths.desk.href({})), label: t('desk') }, { label: title }]} />
      <Hero title={title} size="title" lede={t(members ? 'new.members.lede' : 'new.attendance.lede')} />
      {fault && <ErrorSummary errors={[fault]} />}
      <form method="post" action={to(action)} encType="multipart/form-data" class="import-form">
        {members && (
          <Field type="select" name="reseau" label={t('field.reseau')} value={typed.network || networks[0]?.id} options={networks.map((one) => [one.id, one.title] as const)} error={typed.fault === 'network' ? fault?.message : undefined} />
        )}
        <Field type="file" name="fichier" label={t('field.fichier')} hint={t('field.fichier.hint', { lines: maxLines })} accept=".csv,.tsv,.txt,.xlsx" error={typed.fault && typed.fault !== 'network' ? fault?.message : undefined} optional />
        <Field type="textarea" name="lignes" label={t('field.lignes')} hint={t(members ? 'field.lignes.members' : 'field.lignes.attendance')} value={typed.pasted} rows={6} optional />
        <p>
          <a href={to(paths.model.href({ file: members ? 'membres.csv' : 'presents.csv' }))}>{t('new.model')}</a>
        </p>
        <Button>{t('new.do')}</Button>
      </form>
      {former.length > 0 && (
        <Section title={t('new.former')}>
          <ul>
            {former.map((list) => (
              <li key={list.id}>
                <a href={to(paths.show.href({ id: list.id }))}>{list.name || t('pasted')}</a>, {t(`state.${list.state}`, { done: list.done, total: list.total })}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
