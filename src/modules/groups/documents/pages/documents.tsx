import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { Button, Empty, Field, Pager, Section } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { RoomPage } from '../../pages/room.tsx';
import { paths } from '../../paths.ts';
import { mayInGroup, type Standing } from '../../policy.ts';
import type { Group } from '../../queries.ts';
import { dayOf } from '../../rules.ts';
import type { DocumentListed } from '../queries.ts';
import { ReadingNote, useWeight } from './words.tsx';

export interface DocumentsPageProps {
  group: Group;
  standing: Standing;
  documents: readonly DocumentListed[];
  total: number;
  words: string | undefined;
  page: number;
  pages: number;
}

/** The group's documents, or those that hold some words, each with where they stand in it. */
export function DocumentsPage({ group, standing, documents, total, words, page, pages }: DocumentsPageProps) {
  const t = useT(messages);
  const { to } = useView();
  const here = paths.documents.href({ slug: group.slug });
  const at = (n: number) => (n < 1 || n > pages ? null : to(paths.documents.href({ slug: group.slug }, { q: words, page: n === 1 ? undefined : n })));
  const writes = mayInGroup('write', standing);
  const adding = writes && <Button kind="outline" href={to(paths.newDocument.href({ slug: group.slug }))}>{t('documents.add')}</Button>;
  return (
    <RoomPage group={group} title={t('room.documents')} lede={t('documents.lede')} current={here}>
      <form method="get" action={to(here)} class="room-search" role="search">
        <Field name="q" type="search" label={t('documents.search')} value={words} maxLength={200} />
        <Button kind="outline">{t('documents.search.do')}</Button>
      </form>
      <Section title={words === undefined ? t('documents.count', { n: total }) : t('documents.found', { n: total, words })} action={adding}>
        {total === 0 && words === undefined && <Empty title={t('documents.none')}>{writes && <p>{t('documents.none.text')}</p>}</Empty>}
        {total === 0 && words !== undefined && <p>{t('documents.nothing')} <a href={to(here)}>{t('documents.all')}</a></p>}
        <ul class="group-documents">
          {documents.map((one) => (
            <DocumentLine key={one.id} group={group} document={one} searched={words !== undefined} />
          ))}
        </ul>
        <Pager prevHref={at(page - 1)} nextHref={at(page + 1)}>{pages > 1 && t('people.page', { page, pages })}</Pager>
      </Section>
    </RoomPage>
  );
}

function DocumentLine({ group, document, searched }: { group: Group; document: DocumentListed; searched: boolean }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const weigh = useWeight();
  const when = formatPartialDate(lang, dayOf(document.addedAt));
  const by = [document.author, document.body].filter(Boolean).join(', ');
  return (
    <li>
      <p class="document-title"><a href={to(paths.document.href({ slug: group.slug, id: document.id }))} lang="fr">{document.title}</a></p>
      <p class="hint">{weigh(document)} · {document.number > 1 ? t('documents.line.version', { number: document.number, by, when }) : t('documents.line', { by, when })}</p>
      {document.excerpt && <p class="excerpt" lang="fr">… {document.excerpt.map((piece, index) => (index % 2 ? <mark key={index}>{piece}</mark> : piece))} …</p>}
      {!searched && <ReadingNote version={document} />}
    </li>
  );
}
