import { accountMessages } from '~/modules/accounts/index.ts';
import { findMessage, useT, useView } from '~/platform/i18n/index.ts';
import { sheetHref } from '~/sheets/index.ts';
import { Empty, Pager } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { JournalLine } from '../queries.ts';
import { Day } from './day.tsx';
import { Frame } from './frame.tsx';

/** Who did what to the instance, by function. */
export function JournalPage({ lines, next }: { lines: readonly JournalLine[]; next: number | null }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Frame tab="journal" lede={t('journal.lede')}>
      {lines.length === 0 && <Empty title={t('journal.empty')} />}
      <ol class="plain journal">
        {lines.map((line) => (
          <li key={line.position}>
            <p>
              <Day iso={line.at} hour /> · <What line={line} />
              {line.sheet && <> · <a href={to(sheetHref(line.sheet.kind, line.sheet.slug))} lang="fr">{line.sheet.title}</a></>}
            </p>
            <p class="quiet">
              <span lang="fr">{line.actor}{line.body && <>, {line.body}</>}</span>
            </p>
          </li>
        ))}
      </ol>
      <Pager nextHref={next === null ? null : to(paths.journal.href({}, { avant: next }))} />
    </Frame>
  );
}

function What({ line }: { line: JournalLine }) {
  const t = useT(messages);
  const role = useT(accountMessages);
  const { lang } = useView();
  const said = findMessage(messages, lang, `event.${line.name}`);
  return (
    <>
      {said ?? <code>{line.name}</code>}
      {line.name.startsWith('mandate.') && line.role && <> ({role(`role.${line.role}`)})</>}
      {line.fields.length > 0 && <> ({line.fields.map((field) => findMessage(messages, lang, `setting.${field}`) ?? field).join(t('journal.separator'))})</>}
    </>
  );
}
