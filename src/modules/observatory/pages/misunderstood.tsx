import { useT, useView } from '~/platform/i18n/index.ts';
import { change, labelOfTerritory, toQuery } from '~/sheets/ask/index.ts';
import { Note } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ReadAnswer } from '../reading.ts';

/** What was not understood, and the other territories of that name. */
export function Misunderstood({ read }: { read: ReadAnswer }) {
  const t = useT(messages);
  const { to } = useView();
  const { question, unknown } = read.resolved;
  const address = (territory: string) => to(paths.show.href({}) + toQuery(change(question, { territory })));
  return (
    <>
      {unknown.map(({ filter, value, near }) => (
        <Note key={filter} tone="confirm">
          <p>{t(`unknown.${filter}`, { value })}</p>
          {near.length > 0 && <Choices intro={t('unknown.near')} items={near.map((one) => ({ href: address(one.value), label: one.label }))} />}
        </Note>
      ))}
      {read.homonyms.length > 0 && (
        <Choices
          intro={t('homonyms', { name: labelOfTerritory(read.resolved)! })}
          items={read.homonyms.map((one) => ({ href: address(one.slug), label: one.context ? `${one.title}, ${one.context}` : one.title }))}
        />
      )}
    </>
  );
}

function Choices({ intro, items }: { intro: string; items: { href: string; label: string }[] }) {
  return (
    <p class="choices-line">
      {intro}{' '}
      {items.map((item, index) => (
        <span key={item.href}>
          {index > 0 && ' · '}
          <a href={item.href} lang="fr">
            {item.label}
          </a>
        </span>
      ))}
    </p>
  );
}
