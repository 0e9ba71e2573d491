import { useT, useView } from '~/platform/i18n/index.ts';
import { Button, Field, Section } from '~/ui/index.ts';
import type { Checked } from '../check.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Import } from '../queries.ts';

const most = 100;

/** Names that several authorities bear: the person says which. */
export function ChoicesForm({ list, lines }: { list: Import; lines: readonly Checked[] }) {
  const t = useT(messages);
  const { to } = useView();
  // Those already answered go last: the next hundred take their place.
  const open = lines.filter((one) => one.candidates.length > 1).toSorted((a, b) => Number(a.choice !== null) - Number(b.choice !== null));
  if (open.length === 0) return null;
  return (
    <Section title={t('choices.title', { n: open.length })}>
      <form method="post" action={to(paths.choices.href({ id: list.id }))}>
        {open.slice(0, most).map((one) => (
          <Field
            key={one.number}
            type="select"
            name={`ligne-${one.number}`}
            label={t('choices.label', { line: one.number, name: one.said.collectivite || one.said.code })}
            value={one.choice ?? ''}
            options={[['', t('choices.none')] as const, ...one.candidates.slice(0, 30).map((found) => [found.id, found.context ? `${found.title}, ${found.context}` : found.title] as const), ['skip', t('choices.skip')] as const]}
          />
        ))}
        {open.length > most && <p class="hint">{t('choices.more', { n: open.length - most })}</p>}
        <Button kind="outline">{t('choices.do')}</Button>
      </form>
    </Section>
  );
}
