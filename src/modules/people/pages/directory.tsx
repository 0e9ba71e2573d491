import { useT, useView } from '~/platform/i18n/index.ts';
import { countryName, listThemes, themeName } from '~/reference/index.ts';
import { commonPaths, Page } from '~/sheets/index.ts';
import { Button, Empty, Field, Hero, Note, Pager, SheetList } from '~/ui/index.ts';
import { buildDirectoryQuery, type DirectoryAnswer, type DirectoryQuestion } from '../directory.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { codeOfStanding, listedStandings } from '../rules.ts';
import { HeldFunction } from './held-function.tsx';

export interface DirectoryPageProps {
  answer: DirectoryAnswer;
  question: DirectoryQuestion;
  member: boolean;
}

/** Who is in charge of what: public mandates for everybody, the rest for members and by consent. */
export function DirectoryPage({ answer, question, member }: DirectoryPageProps) {
  const t = useT(messages);
  const { to, account } = useView();
  const { entries, total, next } = answer;
  const asked = Object.values(buildDirectoryQuery(question)).some(Boolean);
  return (
    <Page title={t('list.title')} section="people" noIndex>
      <Hero title={t('list.title')} size="title" lede={t(member ? 'list.lede.member' : 'list.lede.public')} />
      {account && (
        <p>
          <a href={to(paths.card.href({}))}>{t('list.mine')}</a>
        </p>
      )}
      <DirectoryForm question={question} countries={answer.countries} />
      <h2 class="count">{t('list.count', { n: total })}</h2>
      {entries.length === 0 ? (
        <Empty title={t('list.empty')}>
          <p>{t('list.empty.text')}</p>
          {asked && (
            <p>
              <a href={to(paths.list.href({}))}>{t('list.all')}</a>
            </p>
          )}
        </Empty>
      ) : (
        <SheetList
          items={entries.map((one) => ({
            ...(member ? { href: to(paths.show.href({ id: one.id })) } : {}),
            title: one.name ?? t('card.nameless'),
            meta: (
              <ul class="plain held-list" lang="fr">
                {one.functions.filter((held) => held.isCurrent).map((held) => (
                  <li key={held.id}>
                    <HeldFunction held={held} />
                  </li>
                ))}
              </ul>
            ),
          }))}
        />
      )}
      <Pager nextHref={next && to(paths.list.href({}, buildDirectoryQuery(question, next)))} />
      {!member && (
        <Note title={t('list.why')}>
          <p>{t('list.why.text')}</p>
          {!account && (
            <p>
              <a href={to(commonPaths.signIn.href({}, { suite: to(paths.list.href({})) }))} rel="nofollow">
                {t('list.signIn')}
              </a>
            </p>
          )}
        </Note>
      )}
    </Page>
  );
}

function DirectoryForm({ question, countries }: { question: DirectoryQuestion; countries: readonly string[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const compare = new Intl.Collator(lang).compare;
  const sorted = (options: (readonly [string, string])[]) => options.sort((a, b) => compare(a[1], b[1]));
  const any = ['', t('list.any')] as const;
  return (
    <form class="directory-form" method="get" action={to(paths.list.href({}))} role="search" aria-label={t('list.search')}>
      <Field name="q" type="search" label={t('list.words')} value={question.words} />
      <Field name="collectivite" label={t('list.body')} value={question.body} />
      <Field name="qualite" type="select" label={t('list.standing')} value={question.standing && codeOfStanding(question.standing)} options={[any, ...listedStandings.map((one) => [codeOfStanding(one), t(`standing.${one}`)] as const)]} />
      <Field name="theme" type="select" label={t('list.theme')} value={question.theme} options={[any, ...sorted(listThemes().filter((one) => one.parent === null).map((one) => [one.slug, themeName(one.slug, lang)]))]} />
      <Field name="pays" type="select" label={t('list.country')} value={question.country} options={[any, ...sorted(countries.map((iso) => [iso, countryName(iso, lang)]))]} />
      <p class="actions">
        <Button icon="search">{t('list.do')}</Button>
      </p>
    </form>
  );
}
