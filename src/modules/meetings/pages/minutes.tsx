import { formatHour, useT, useView } from '~/platform/i18n/index.ts';
import { SpeakerName } from '~/modules/people/index.ts';
import { Note, Section, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { Minutes, PartShown, RoleShown } from '../minutes-queries.ts';
import { roles as roleOrder } from '../rules.ts';

/** Who opened, chaired, moderated; then the parts with what was said in each; then those of whom nothing is said. */
export function MinutesText({ minutes }: { minutes: Minutes }) {
  const t = useT(messages);
  const inParts = minutes.roles.some((role) => role.part !== null);
  const free = minutes.roles.filter((role) => role.part === null);
  const before = inParts ? free.filter((role) => role.role !== 'speaker') : free;
  const after = inParts ? free.filter((role) => role.role === 'speaker') : [];
  return (
    <div class="minutes">
      {roleOrder.map((name) => {
        const list = before.filter((role) => role.role === name);
        return (
          list.length > 0 && (
            <Section key={name} title={t(`role.${name}`)}>
              <Speeches list={list} />
            </Section>
          )
        );
      })}
      {minutes.parts.map((part) => (
        <Part key={part.position} part={part} list={minutes.roles.filter((role) => role.part === part.position)} />
      ))}
      {after.length > 0 && (
        <Section title={t('role.others')}>
          <Speeches list={after} />
        </Section>
      )}
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
  return (
    <Section title={<span lang="fr">{part.title}</span>} action={hours ? <time dateTime={part.starts!.slice(0, 5)}>{hours}</time> : undefined}>
      {part.text && <p lang="fr">{part.text}</p>}
      <Speeches list={list} showRole />
      {part.items.length > 0 && (
        <ul class="part-items" lang="fr">
          {part.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Speeches({ list, showRole }: { list: RoleShown[]; showRole?: boolean }) {
  if (!list.length) return null;
  return (
    <ul class="speeches">
      {list.map((role) => (
        <li key={role.position}>
          <SpeakerName speaker={role.speaker} />
          <Speech role={role} showRole={showRole} />
        </li>
      ))}
    </ul>
  );
}

function Speech({ role, showRole }: { role: RoleShown; showRole?: boolean }) {
  const t = useT(messages);
  const marks = [showRole && role.role !== 'speaker' && t(`role.inPart.${role.role}`), role.video && t('role.video')].filter(Boolean);
  return (
    <div class="speech">
      {marks.length > 0 && <p class="speech-mark">{marks.join(', ')}</p>}
      {role.replaces && <p class="speech-mark" lang="fr">{t('role.replaces', { whom: role.replaces })}</p>}
      {role.topic && <p class="speech-mark" lang="fr">{t('role.topic', { topic: role.topic })}</p>}
      {role.reported ? <p lang="fr">{role.reported}</p> : <StateMark status="non-rapportee" word={t('role.silent')} />}
      {role.remarks.map((text) => (
        <p key={text} class="speech-doubt">
          <StateMark status="a-confirmer" word={t('doubt')} /> <span lang="fr">{text}</span>
        </p>
      ))}
    </div>
  );
}
