import { useT } from '~/platform/i18n/index.ts';
import { Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { DocumentSummary, Passage } from '../queries.ts';
import { parts } from '../rules.ts';

/** Facts and opinions never share a list: each opinion stands under its author's name. */
export function Passages({ document, passages }: { document: DocumentSummary; passages: Passage[] }) {
  const t = useT(messages);
  const byPart = Map.groupBy(passages, (passage) => passage.part);
  return (
    <>
      {parts.map((part) => {
        const here = byPart.get(part);
        if (!here) return null;
        const facts = here.filter((passage) => passage.nature !== 'opinion');
        const opinions = here.filter((passage) => passage.nature === 'opinion');
        return (
          <Section key={part} id={part} title={t(`part.${part}`)} lede={t(`part.${part}.lede`)}>
            {facts.length > 0 && <PassageList passages={facts} />}
            {opinions.length > 0 && (
              <figure class="opinions">
                <figcaption>{t('opinion.of', { author: document.author })}</figcaption>
                <PassageList passages={opinions} />
              </figure>
            )}
          </Section>
        );
      })}
    </>
  );
}

function PassageList({ passages }: { passages: Passage[] }) {
  return (
    <ul class="passages">
      {passages.map((passage) => (
        <li key={passage.text}>
          <span lang="fr">{passage.url ? <a href={passage.url} rel="external">{passage.text}</a> : passage.text}</span>
          {passage.locator && <span class="sheet-context"> {passage.locator}</span>}
        </li>
      ))}
    </ul>
  );
}
