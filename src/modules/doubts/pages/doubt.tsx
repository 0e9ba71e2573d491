import { commonPaths } from '~/sheets/paths.ts';
import { useT, useView } from '~/platform/i18n/index.ts';
import { labelOfKind, sheetHref } from '~/sheets/index.ts';
import { StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { Doubt, Reading } from '../queries.ts';

export function DoubtEntry({ doubt }: { doubt: Doubt }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const open = doubt.outcome === 'open';
  const id = doubt.id.toLowerCase();
  return (
    <article class="doubt" id={id} aria-labelledby={`${id}-titre`}>
      <div class="doubt-head">
        <p class="eyebrow">
          {t(`subject.${doubt.subject}`)} <StateMark status={open ? 'a-confirmer' : 'confirme'} word={t(open ? 'mark.open' : 'mark.settled')} />
        </p>
        <h3 id={`${id}-titre`} lang="fr">{doubt.title}</h3>
      </div>
      <div class="doubt-said">
        <ul class="readings" aria-label={t('readings')}>
          {doubt.readings.map((reading, index) => <li key={index}><ReadingLine reading={reading} /></li>)}
        </ul>
        <p>
          <strong>{t('handling')}</strong> <span lang="fr">{doubt.handling}</span>
        </p>
        {doubt.sheets.length > 0 && (
          <p class="concerned">
            {t('concerned')}{' '}
            {doubt.sheets.map((sheet, index) => (
              <span key={sheet.slug}>
                {index > 0 && ' · '}
                <a href={to(sheetHref(sheet.kind, sheet.slug))} lang="fr">{sheet.title}</a> ({labelOfKind(sheet.kind, lang)})
              </span>
            ))}
          </p>
        )}
      </div>
    </article>
  );
}

function ReadingLine({ reading }: { reading: Reading }) {
  const { to } = useView();
  return (
    <>
      {reading.quote && <q lang="fr" class="reading">{reading.quote}</q>} <span class="sheet-context">
        <a href={to(commonPaths.document.href({ id: reading.documentId }))} lang="fr">{reading.document}</a>
        {reading.locator && `, ${reading.locator}`}
      </span>
    </>
  );
}
