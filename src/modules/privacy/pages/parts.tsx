import { useT } from '~/platform/i18n/index.ts';
import type { listPersonal } from '~/sheets/index.ts';
import { DefinitionList } from '~/ui/index.ts';
import { messages } from '../messages.ts';

export type Parts = ReturnType<typeof listPersonal>;

/** The register, part by part, as the modules declare it; in French, as declared. */
export function PartList({ parts, left }: { parts: Parts; left?: boolean }) {
  const t = useT(messages);
  return (
    <ul class="plain personal-parts">
      {parts.map((part) => (
        <li key={part.tables.join()}>
          <p class="personal-what" lang="fr">
            {part.what}
          </p>
          {left ? (
            <p lang="fr">{part.whenLeft}</p>
          ) : (
            <DefinitionList items={[[t('part.why'), <span lang="fr">{part.why}</span>], [t('part.seenBy'), <span lang="fr">{part.seenBy}</span>], [t('part.kept'), <span lang="fr">{part.kept}</span>]]} />
          )}
        </li>
      ))}
    </ul>
  );
}
