import { formatHour, useT, useView } from '~/platform/i18n/index.ts';
import { SpeakerName } from '~/modules/people/index.ts';
import { FactsLine, Note, Section, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { Minutes, PartNature, PartShown, RoleShown } from '../minutes-queries.ts';
import { roles as roleOrder } from '../rules.ts';

/**
 * The summary; who opened, chaired, moderated; then the parts with what was said in each; the workshops together; then those
 * of whom nothing is said. Before they are published, only who speaks.
 */
export function MinutesText({ minutes }: { minutes: Minutes }) {
  const t = useT(messages);
  const { isPublished: written, roles } = minutes;
  const inParts = roles.some((role) => role.part !== null);
  const free = roles.filter((role) => role.part === null);
  const before = inParts ? free.filter((role) => role.role !== 'speaker') : free;
  const after = inParts ? free.filter((role) => role.role === 'speaker') : [];
  const drawParts = (nature: PartNature, list = minutes.parts.filter((part) => part.nature === nature)) =>
    list.map((part) => <Part key={part.position} part={part} list={roles.filter((role) => role.part === part.position)} />);
  const workshops = drawParts('workshop');
  return (
    <div class="minutes">
      {drawParts('summary')}
      {roleOrder.map((name) => {
        const list = before.filter((role) => role.role === name);
        return (
          list.length > 0 && (
            <Section key={name} title={t(`role.${name}`)}>
              <Speeches list={list} written={written} />
            </Section>
          )
        );
      })}
      {drawParts('part')}
      {workshops.length > 0 && (
        <section class="workshops" id="ateliers">
          <h2>{t('workshops.title')}</h2>
          {workshops}
        </section>
      )}
      {after.length > 0 && (
        <Section title={t('role.others')}>
          <Speeches list={after} written={written} />
        </Section>
      )}
      {drawParts('conclusion')}
      {minutes.remarks.length > 0 && (
        <Note tone="confirm" title={t('doubt')} sign="a-confirmer">
          {minutes.remarks.map((text) => (
            <p key={text} lang="fr">{text}</p>
          ))}
        </Note>
      )}
    </div>
  );
}

function Part({ part, list }: { part: PartShown; list: RoleShown[] }) {
  const t = useT(messages);
  const { lang } = useView();
  const hours = part.starts && (part.ends ? t('hours', { from: formatHour(lang, part.starts), to: formatHour(lang, part.ends) }) : formatHour(lang, part.starts));
  const workshop = [part.room && t('workshop.room', { room: part.room }), part.facilitator && t('workshop.facilitator', { who: part.facilitator }), part.participants !== null && t('workshop.people', { n: part.participants })].filter(Boolean);
  const inside = (
    <>
      {workshop.length > 0 && <FactsLine items={workshop} />}
      {part.text?.split(/\n+/).map((text) => <p key={text} lang="fr">{text}</p>)}
      <Speeches list={list} showRole written />
      {part.items.length > 0 && (
        <ul class="part-items" lang="fr">
          {part.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </>
  );
  const title = <span lang="fr">{part.title}</span>;
  if (part.nature === 'workshop') return <div class="workshop"><h3>{title}</h3>{inside}</div>;
  return <Section title={title} action={hours ? <time dateTime={part.starts!.slice(0, 5)}>{hours}</time> : undefined}>{inside}</Section>;
}

function Speeches({ list, showRole, written }: { list: RoleShown[]; showRole?: boolean; written: boolean }) {
  if (!list.length) return null;
  return (
    <ul class="speeches">
      {list.map((role) => (
        <li key={role.position}>
          <SpeakerName speaker={role.speaker} />
          <Speech role={role} showRole={showRole} written={written} />
        </li>
      ))}
    </ul>
  );
}

function Speech({ role, showRole, written }: { role: RoleShown; showRole?: boolean; written: boolean }) {
  const t = useT(messages);
  const marks = [showRole && role.role !== 'speaker' && t(`role.inPart.${role.role}`), role.video && t('role.video')].filter(Boolean);
  return (
    <div class="speech">
      {marks.length > 0 && <p class="speech-mark">{marks.join(', ')}</p>}
      {role.replaces && <p class="speech-mark" lang="fr">{t('role.replaces', { whom: role.replaces })}</p>}
      {role.topic && <p class="speech-mark" lang="fr">{t('role.topic', { topic: role.topic })}</p>}
      {role.reported?.split(/\n+/).map((text) => <p key={text} lang="fr">{text}</p>)}
      {written && !role.reported && <StateMark status="non-rapportee" word={t('role.silent')} />}
      {role.remarks.map((text) => (
        <p key={text} class="speech-doubt">
          <StateMark status="a-confirmer" word={t('doubt')} /> <span lang="fr">{text}</span>
        </p>
      ))}
    </div>
  );
}
