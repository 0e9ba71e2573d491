import { labelOfState, labelOfType, useShownValue, type ReadyField, type SheetSummary } from '~/sheets/index.ts';
import { useT, useView } from '~/platform/i18n/index.ts';
import { DefinitionList } from '~/ui/index.ts';
import type { SharedFacts } from '../facts.ts';
import { messages } from '../messages.ts';

const written = ['text', 'textarea', 'lines'];

/** What the sheet says, field by field: what is empty is left out, what people wrote keeps its language. */
export function Facts({ sheet, facts }: { sheet: SheetSummary; facts: SharedFacts }) {
  const t = useT(messages);
  const { lang } = useView();
  const type = labelOfType(sheet.kind, sheet.type, lang);
  const state = labelOfState(sheet.kind, sheet.state, lang);
  return (
    <DefinitionList
      items={[
        type !== undefined && [t('guest.kind'), type] as const,
        state !== undefined && [t('guest.state'), state] as const,
        ...facts.ready.map((field) => (facts.values[field.spec.name]?.length ?? 0) > 0 && ([field.label, <Value field={field} values={facts.values[field.spec.name]!} sheetLang={sheet.lang} />] as const)),
      ]}
    />
  );
}

function Value({ field, values, sheetLang }: { field: ReadyField; values: readonly string[]; sheetLang: string }) {
  const { lang } = useView();
  const show = useShownValue(field);
  if (!written.includes(field.spec.type)) return <>{show(values)}</>;
  return (
    <span lang={sheetLang === lang ? undefined : sheetLang}>
      {values.join('\n').split('\n').map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </span>
  );
}
