import { useT } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Hero, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { texts, type TextName } from '../texts.ts';

type Key = keyof (typeof messages)['fr'];

export function TextPage({ name }: { name: TextName }) {
  const t = useT(messages);
  return (
    <Page title={t(`${name}.title`)} section={name} description={t(`${name}.lede`)}>
      <Hero title={t(`${name}.title`)} lede={t(`${name}.lede`)} />
      <div class="prose">
        {texts[name].map(([section, paragraphs]) => (
          <Section key={section} id={section} title={t(`${name}.${section}` as Key)}>
            {Array.from({ length: paragraphs }, (_, index) => <p key={index}>{t(`${name}.${section}.${index + 1}` as Key)}</p>)}
          </Section>
        ))}
      </div>
    </Page>
  );
}
