import { useT, useView } from '~/platform/i18n/index.ts';
import type { Mandate } from '~/sheets/index.ts';
import { Button, Field } from '~/ui/index.ts';
import type { FunctionHeld } from '../functions.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { codeOfStanding, listedStandings } from '../rules.ts';
import { HeldFunction } from './held-function.tsx';

export interface OwnFunctionsProps {
  functions: readonly FunctionHeld[];
  mandates: readonly Mandate[];
  typed?: Readonly<Record<string, readonly string[]>>;
  errorOf(name: string): string | undefined;
}

/** Several at once, each with its dates; one that ends stays, as past. */
export function OwnFunctions({ functions, mandates, typed, errorOf }: OwnFunctionsProps) {
  const t = useT(messages);
  const { to } = useView();
  const bodies = [...new Set(mandates.flatMap((one) => (one.body ? [one.body.title] : [])))];
  const isElected = mandates.some((one) => one.role === 'elected');
  const offered = listedStandings.filter((one) => one !== 'ambassador' && (one !== 'elected' || isElected));
  const value = (name: string) => typed?.[name]?.[0];
  return (
    <>
      {functions.length > 0 && (
        <ul class="plain own-functions">
          {functions.map((held) => (
            <li key={held.id}>
              <p>
                <HeldFunction held={held} />
              </p>
              {held.isCurrent && (
                <form method="post" action={to(paths.endFunction.href({ id: held.id }))} class="in-line">
                  <label for={`champ-fin-${held.id}`}>{t('own.end.date')}</label>
                  <input id={`champ-fin-${held.id}`} name="fin" size={12} aria-invalid={errorOf(`fin-${held.id}`) ? true : undefined} />
                  <Button kind="outline">{t('own.end')}</Button>
                </form>
              )}
              {!held.asOf && (
                <form method="post" action={to(paths.removeFunction.href({ id: held.id }))} class="in-line">
                  <button type="submit" class="link-like">
                    {t('own.remove')} <span class="visually-hidden">{held.function}</span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      <h3>{t('own.add')}</h3>
      <form method="post" action={to(paths.addFunction.href({}))}>
        <Field name="fonction" label={t('own.function')} hint={t('own.function.hint')} value={value('fonction')} error={errorOf('fonction')} />
        <Field name="organisme" label={t('own.body')} hint={t('own.body.hint')} value={value('organisme') ?? bodies[0]} list={bodies} optional error={errorOf('organisme')} />
        <Field name="qualite" type="select" label={t('own.standing')} value={value('qualite')} options={[['', t('own.choose')], ...offered.map((one) => [codeOfStanding(one), t(`standing.${one}`)] as const)]} error={errorOf('qualite')} />
        <Field name="depuis" label={t('own.since')} hint={t('own.date.hint')} value={value('depuis')} optional error={errorOf('depuis')} />
        <Field name="jusqua" label={t('own.until')} hint={t('own.until.hint')} value={value('jusqua')} optional error={errorOf('jusqua')} />
        <p class="actions">
          <Button kind="outline">{t('own.addDo')}</Button>
        </p>
      </form>
    </>
  );
}
