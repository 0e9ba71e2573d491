import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, listPersonal, Page } from '~/sheets/index.ts';
import { DefinitionList, Hero, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { texts, type TextName } from '../texts.ts';

type Key = keyof (typeof messages)['fr'];

/** Where the contact of the instance is said. */
const contacts = ['accessibility.tell', 'privacy.rights', 'legal.publisher'];

export function TextPage({ name }: { name: TextName }) {
  const t = useT(messages);
  const { instance } = useView();
  const publisher = name === 'legal' ? instance?.publisher : null;
  return (
    <Page title={t(`${name}.title`)} section={name} description={t(`${name}.lede`)}>
      <Hero title={t(`${name}.title`)} lede={t(`${name}.lede`)} />
      <div class="prose">
        {texts[name].map(([section, paragraphs]) => (
          <Section key={section} id={section} title={t(`${name}.${section}` as Key)}>
            {section === 'publisher' && publisher
              ? publisher.split('\n').map((line, index) => <p key={index} lang="fr">{line}</p>)
              : Array.from({ length: paragraphs }, (_, index) => <p key={index}>{t(`${name}.${section}.${index + 1}` as Key)}</p>)}
            {contacts.includes(`${name}.${section}`) && <p>{instance?.contact ? t('contact', { contact: instance.contact }) : t('contact.none')}</p>}
          </Section>
        ))}
        {name === 'privacy' && <Kept />}
      </div>
    </Page>
  );
}

/** The register, from what each module declares: the table that the jobs use. */
function Kept() {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Section id="registre" title={t('privacy.kept')} lede={t('privacy.kept.lede')}>
      {listPersonal().map((part) => (
        <div key={part.tables.join()} lang="fr" class="personal-part">
          <p class="personal-what">{part.what}</p>
          <DefinitionList items={[[<span>{t('privacy.kept.seenBy')}</span>, part.seenBy], [<span>{t('privacy.kept.kept')}</span>, part.kept]]} />
        </div>
      ))}
      <p>
        <a href={to(commonPaths.personalData.href({}))}>{t('privacy.mine')}</a>
      </p>
    </Section>
  );
}
