import { useT } from '~/platform/i18n/index.ts';
import { Field } from '~/ui/index.ts';
import { fieldOf, otherValue } from '../forms.ts';
import { messages } from '../messages.ts';
import type { Ballot, Poll } from '../types.ts';
import { useOptionLabel } from './option-label.ts';

interface Props {
  poll: Poll;
  ballot: Ballot | null;
  error?: { name: string; message: string };
  own?: string;
}

/** The question of a ballot by its method, each with what was answered. */
export function BallotFields(props: Props) {
  if (props.poll.method === 'ranked') return <Ranks {...props} />;
  if (props.poll.method === 'dates') return <Days {...props} />;
  return <Answers {...props} />;
}

const errorAt = ({ error }: Props, name: string) => (error?.name === name ? error.message : undefined);

function Answers(props: Props) {
  const { poll, ballot } = props;
  const t = useT(messages);
  const isMultiple = poll.method === 'multiple';
  const options = [...poll.options.map(({ id, label }) => [id, label] as const), ...(poll.other ? [[otherValue, t('vote.other')] as const] : [])];
  const values = [...Object.keys(ballot?.choices ?? {}), ...(ballot?.other ? [otherValue] : [])];
  const label = !isMultiple ? t('vote.single') : poll.most ? t('vote.multipleMost', { n: poll.most }) : t('vote.multiple');
  return (
    <>
      <Field label={label} name={fieldOf.choice} type={isMultiple ? 'checkboxes' : 'radio'} options={options} value={values[0]} values={values} error={errorAt(props, fieldOf.choice)} />
      {poll.other && <Field label={t('vote.otherText')} name={fieldOf.other} value={ballot?.other ?? ''} maxLength={80} optional error={errorAt(props, fieldOf.other)} />}
    </>
  );
}

function Ranks(props: Props) {
  const { poll, ballot } = props;
  const t = useT(messages);
  const ranks = [['', t('vote.unranked')] as const, ...poll.options.map((_, index) => [String(index + 1), String(index + 1)] as const)];
  return (
    <div class="poll-ranks">
      <p>{t('vote.ranked')}</p>
      {poll.options.map(({ id, label }) => (
        <Field key={id} label={t('vote.rank', { label })} name={fieldOf.rank(id)} type="select" options={ranks} value={String(ballot?.choices[id] ?? '')} error={errorAt(props, fieldOf.rank(id))} />
      ))}
    </div>
  );
}

/** One question a day: a table would not fit a phone, and says no more. */
function Days(props: Props) {
  const { poll, ballot } = props;
  const t = useT(messages);
  const label = useOptionLabel(poll);
  const answers = [['2', t('vote.yes')], ['1', t('vote.maybe')], ['0', t('vote.no')]] as const;
  return (
    <div class="poll-days">
      {poll.options.map((option) => (
        <Field key={option.id} label={label(option.label)} name={fieldOf.day(option.id)} type="radio" options={answers} value={ballot?.choices[option.id] === undefined ? '' : String(ballot.choices[option.id])} error={errorAt(props, fieldOf.day(option.id))} />
      ))}
    </div>
  );
}
