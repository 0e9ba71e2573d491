import { formatNumber, formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { goalName } from '~/reference/index.ts';
import { commonPaths, SaidIn, sheetHref, type SheetFrame } from '~/sheets/index.ts';
import { DefinitionList, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { ActionDetail } from '../queries.ts';

export interface PartProps {
  frame: SheetFrame;
  detail: ActionDetail;
}

/** Whose need it answers, and by which steps. */
export function Need({ frame: { sheet }, detail }: PartProps) {
  const t = useT(messages);
  const { to } = useView();
  if (!detail.need && !detail.steps.length) return null;
  return (
    <Section title={t('section.need')} id="besoin">
      {detail.need && <p lang={sheet.lang}>{detail.need}</p>}
      {detail.need && detail.needOf && (
        <p>
          {t('need.of')} <a href={to(sheetHref(detail.needOf.kind, detail.needOf.slug))}>{detail.needOf.title}</a>
        </p>
      )}
      {detail.need && !detail.needOf && <p class="quiet">{t('need.ofUnknown')}</p>}
      {detail.steps.length > 0 && (
        <>
          <h3>{t('steps.title')}</h3>
          <ol lang={sheet.lang}>
            {detail.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}

/** What it brought, counted, and what each side gains. */
export function Results({ frame: { sheet }, detail }: PartProps) {
  const t = useT(messages);
  const { lang } = useView();
  const benefits = [
    detail.benefitsHere && ([t('benefits.here'), <span lang={sheet.lang}>{detail.benefitsHere}</span>] as const),
    detail.benefitsThere && ([t('benefits.there'), <span lang={sheet.lang}>{detail.benefitsThere}</span>] as const),
    detail.continuation && ([t('benefits.after'), <span lang={sheet.lang}>{detail.continuation}</span>] as const),
  ].filter((one) => one !== null && one !== '');
  if (!detail.results.length && !benefits.length) return null;
  return (
    <Section title={t('section.results')} id="resultats">
      {detail.results.length > 0 && (
        <ul class="action-rows">
          {detail.results.map((one) => (
            <li key={one.id}>
              <p class="action-title">
                <span lang={sheet.lang}>
                  {one.quantity !== null && (
                    <strong>
                      {formatNumber(lang, one.quantity)} {one.unit}
                    </strong>
                  )}{' '}
                  {one.label}
                </span>
                <span class="cell-note">
                  <SaidIn label={t('results.source')} sources={one.sources} />
                </span>
              </p>
              <p class="action-when">{one.observed ? formatPartialDate(lang, one.observed) : <span class="quiet">{t('when.unknown')}</span>}</p>
            </li>
          ))}
        </ul>
      )}
      {benefits.length > 0 && <DefinitionList items={benefits} />}
    </Section>
  );
}

/** The goals that it serves, each with the reason why and from where one looked. */
export function Goals({ frame: { sheet }, detail }: PartProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  if (!detail.goals.length) return null;
  return (
    <Section title={t('section.goals')} id="odd" lede={t('goals.lede')}>
      <SheetList
        items={detail.goals.map((tag) => ({
          href: to(commonPaths.goal.href({ n: String(tag.goal) })) + (tag.target ? `#cible-${tag.target}` : ''),
          title: goalName(tag.goal, lang),
          sign: <span class="list-number">{tag.target || tag.goal}</span>,
          meta: (
            <>
              <span lang={sheet.lang}>{tag.reason}</span> <span class="chip">{t(`approach.${tag.approach}`)}</span>
            </>
          ),
        }))}
      />
    </Section>
  );
}

/** What a person answered of human rights and of equality; what nobody answered is said so. */
export function Marks({ frame: { sheet }, detail: { marks } }: PartProps) {
  const t = useT(messages);
  const answer = (text: string, note: string | null) => (
    <>
      {text}
      {note && (
        <span class="cell-note" lang={sheet.lang}>
          {note}
        </span>
      )}
    </>
  );
  const nobody = <span class="quiet">{t('marks.unanswered')}</span>;
  return (
    <Section title={t('section.marks')} id="droits">
      <DefinitionList
        items={[
          [t('marks.rights'), marks.rights ? answer(t(`choice.droits.${marks.rights}`), marks.rightsNote) : nobody],
          [t('marks.gender'), marks.gender ? answer(t(`choice.egalite.${marks.gender}`), marks.genderNote) : nobody],
        ]}
      />
    </Section>
  );
}
