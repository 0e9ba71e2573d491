import glossary from '~root/db/reference/glossary.json';
import { compareText, useT, useView, type Lang } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { DataTable, Hero } from '~/ui/index.ts';
import { messages } from '../messages.ts';

const columnOf = { fr: 'glossary.french', en: 'glossary.english', es: 'glossary.spanish' } as const;

/** The reader's language first, in its alphabetical order. */
export function GlossaryPage() {
  const t = useT(messages);
  const { lang } = useView();
  const order = ([lang, 'fr', 'en', 'es'] as Lang[]).filter((one, index, all) => all.indexOf(one) === index);
  const compare = compareText(lang);
  const terms = glossary.toSorted((a, b) => compare(a[lang], b[lang]));
  return (
    <Page title={t('glossary.title')} section="glossary" description={t('glossary.lede')}>
      <Hero title={t('glossary.title')} lede={t('glossary.lede')} eyebrow={t('glossary.count', { n: terms.length })} />
      <DataTable
        caption={t('glossary.caption')}
        hideCaption
        columns={order.map((one, index) => ({ label: t(columnOf[one]), head: index === 0 }))}
        rows={terms.map((term) => order.map((one) => <span key={one} id={one === lang ? term.id : undefined} lang={one}>{term[one]}</span>))}
      />
    </Page>
  );
}
