import { formatList, useT, useView } from '~/platform/i18n/index.ts';
import type { SheetSummary } from '~/sheets/index.ts';
import { Button, Section } from '~/ui/index.ts';
import type { Unregistered } from '../../attendance/queries.ts';
import type { RegisteredPerson } from '../../registration/queries.ts';
import type { AttendanceCount } from '../../rules.ts';
import type { Shown } from '../form.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { Fields, OrganisingPage } from './frame.tsx';

export interface AttendanceProps {
  sheet: SheetSummary;
  registered: readonly RegisteredPerson[];
  waiting: readonly RegisteredPerson[];
  others: readonly Unregistered[];
  count: AttendanceCount | null;
  /** A city and the intermunicipal body of its name count once. */
  isMerged: boolean;
  /** The code of today. */
  code: string | null;
  shown: Shown;
}

/** The private list, on a phone at the door: many boxes, one button. */
export function AttendancePage(props: AttendanceProps) {
  const t = useT(messages);
  const { to } = useView();
  const { sheet, registered, shown, code } = props;
  const at = { slug: sheet.slug };
  return (
    <OrganisingPage sheet={sheet} title={t('organise.attendance')} lede={t('attendance.lede')} errors={shown.errors}>
      <Section title={t('attendance.tick')}>
        {registered.length === 0 ? (
          <p class="quiet">{t('attendance.none')}</p>
        ) : (
          <form method="post" action={to(paths.attendance.href(at))}>
            <ul class="plain ticks">
              {registered.map((one) => (
                <li key={one.id}>
                  <input type="hidden" name="vus" value={one.id} />
                  <label class="choice">
                    <input type="checkbox" name="presents" value={one.id} checked={one.present} />{' '}
                    <span>
                      <strong>{one.name}</strong> <small>{[one.function, one.body].filter(Boolean).join(', ')}</small>
                    </span>
                  </label>
                </li>
              ))}
            </ul>
            <div class="actions stuck">
              <Button>{t('attendance.save')}</Button>
            </div>
          </form>
        )}
      </Section>
      <Section title={t('attendance.code')}>
        {code && (
          <p class="room-code">
            <strong>{code}</strong>
          </p>
        )}
        <p>{t('attendance.code.text')}</p>
        <form method="post" action={to(paths.code.href(at))}>
          <Button kind="outline">{t(code ? 'attendance.code.again' : 'attendance.code.make')}</Button>
        </form>
      </Section>
      <Section title={t('attendance.add')}>
        <form method="post" action={to(paths.addAttendance.href(at))} class="edit-form" id="champ-formulaire">
          <Fields shown={shown} />
          <div class="actions">
            <Button kind="outline">{t('attendance.add.do')}</Button>
          </div>
        </form>
      </Section>
      <Names title={t('attendance.waiting')} names={props.waiting.map((one) => [one.name, one.function, one.body])} />
      <Names title={t('attendance.others')} names={props.others.map((one) => [one.name, one.function, one.authority])} />
      {props.count && <Counts {...props} count={props.count} />}
    </OrganisingPage>
  );
}

function Names({ title, names }: { title: string; names: readonly (string | null)[][] }) {
  if (!names.length) return null;
  return (
    <Section title={title}>
      <ol>
        {names.map((one, index) => (
          <li key={index}>{one.filter(Boolean).join(', ')}</li>
        ))}
      </ol>
    </Section>
  );
}

function Counts({ sheet, count, isMerged }: AttendanceProps & { count: AttendanceCount }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { people, elected, authorities, authoritiesMerged, merged } = count;
  const href = paths.attendance.href({ slug: sheet.slug }, isMerged ? {} : { reunir: '1' });
  return (
    <Section id="compte" title={t('attendance.counts')}>
      <p>
        <strong>{t('attendance.counts.text', { people, elected, authorities: isMerged ? authoritiesMerged : authorities })}</strong>
      </p>
      <p class="quiet">{t('attendance.counts.rule')}</p>
      {merged.length > 0 && (
        <p>
          <a href={`${to(href)}#compte`}>{t(isMerged ? 'attendance.counts.split' : 'attendance.counts.merge')}</a>
          {isMerged && `\u00a0: ${formatList(lang, merged.map((pair) => `${pair.commune}, ${pair.body}`))}`}
        </p>
      )}
    </Section>
  );
}
