import { useT } from '~/platform/i18n/index.ts';
import { Field, type FormError } from '~/ui/index.ts';
import { messages } from './messages.ts';
import type { ReadyField } from './ready.ts';
import { sourceName, sourceParts, type FieldSource, type TypedSource } from './sources.ts';

export interface SourceOfProps {
  field: ReadyField;
  typed?: TypedSource;
  errors: readonly FormError[];
  present: readonly FieldSource[];
}

/** Beside a fact, folded: where it is said. */
export function SourceOf({ field: { spec, label }, typed, errors, present }: SourceOfProps) {
  const t = useT(messages);
  const errorOf = (name: string) => errors.find((one) => one.name === name)?.message;
  const isWrong = sourceParts.some((part) => errorOf(sourceName(spec.name, part)) !== undefined);
  return (
    <details class="source-of" open={typed !== undefined || isWrong}>
      <summary>
        {t('source.open')} <span class="visually-hidden">({label})</span>
      </summary>
      <fieldset>
        <legend>{t('source.legend', { label })}</legend>
        {present.map(({ title, locator }) => (
          <p key={title + locator} class="hint">
            {locator ? t('source.presentAt', { title, locator }) : t('source.present', { title })}
          </p>
        ))}
        {sourceParts.map((part) => {
          const name = sourceName(spec.name, part);
          return (
            <Field
              key={part}
              label={t(`source.${part}`)}
              name={name}
              hint={part === 'endroit' ? t('source.endroit.hint') : undefined}
              error={errorOf(name)}
              optional={part === 'endroit' || part === 'date'}
              inputmode={part === 'adresse' ? 'url' : undefined}
              value={typed?.[part]}
              maxLength={500}
            />
          );
        })}
      </fieldset>
    </details>
  );
}
