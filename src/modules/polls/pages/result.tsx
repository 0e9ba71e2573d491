import { formatList, useT, useView } from '~/platform/i18n/index.ts';
import { BarChart, DataTable, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { OpenBallot } from '../queries.ts';
import type { Ballot, Poll, Result } from '../types.ts';
import { useOptionLabel } from './option-label.ts';

interface Props {
  poll: Poll;
  result: Result;
  ballots: readonly OpenBallot[];
  own?: string;
}

/** What came first, the figures, the rule that made them. */
export function ResultSection({ poll, result, ballots, own }: Props) {
  const t = useT(messages);
  const { lang } = useView();
  const label = useOptionLabel(poll);
  const nameOf = (id: string) => label(poll.options.find((option) => option.id === id)?.label ?? id);
  const names = formatList(lang, result.first.map((id) => `«\u00a0${nameOf(id)}\u00a0»`));
  return (
    <Section id="resultat" title={t('result.title')} lede={t('result.first', { n: result.first.length, names })}>
      {poll.method === 'dates' ? <DaysTable result={result} nameOf={nameOf} /> : <Bars poll={poll} result={result} own={own} />}
      {result.rounds && result.rounds.length > 1 && <Rounds result={result} nameOf={nameOf} />}
      <h3>{t('rule.title')}</h3>
      <p>{poll.rule === 'borda' ? t('rule.borda', { n: poll.options.length, top: poll.options.length - 1 }) : t(`rule.${poll.rule ?? (poll.method === 'dates' ? 'dates' : 'count')}`, { n: poll.options.length, top: 0 })}</p>
      {ballots.length > 0 && <OpenBallots poll={poll} ballots={ballots} nameOf={nameOf} />}
    </Section>
  );
}

function Bars({ poll, result, own }: Omit<Props, 'ballots'>) {
  const t = useT(messages);
  const value = (n: number) => t(poll.rule === 'borda' ? 'result.points' : 'result.votes', { n });
  const rows = [
    ...result.lines.map((line) => ({ label: <span lang={own}>{line.label}</span>, n: line.n, value: value(line.n) })),
    ...result.others.map(({ text, n }) => ({ label: <span>« {text} »</span>, n, value: value(n) })),
  ];
  return <BarChart caption={t('result.title')} hideCaption heads={[t('result.answer'), t('result.title')]} rows={rows} />;
}

function DaysTable({ result, nameOf }: { result: Result; nameOf: (id: string) => string }) {
  const t = useT(messages);
  return (
    <DataTable
      caption={t('result.title')}
      hideCaption
      columns={[{ label: t('result.day'), head: true }, { label: t('vote.yes'), numeric: true }, { label: t('vote.maybe'), numeric: true }, { label: t('vote.no'), numeric: true }]}
      rows={result.lines.map((line) => [nameOf(line.id), line.n, line.ifNeedBe ?? 0, line.no ?? 0])}
    />
  );
}

function Rounds({ result, nameOf }: { result: Result; nameOf: (id: string) => string }) {
  const t = useT(messages);
  const rounds = result.rounds!;
  return (
    <DataTable
      caption={t('result.rounds')}
      columns={[{ label: t('result.answer'), head: true }, ...rounds.map((_, index) => ({ label: t('result.round', { n: index + 1 }), numeric: true }))]}
      rows={result.lines.map((line) => [nameOf(line.id), ...rounds.map(({ counts, out }) => (line.id in counts ? <>{counts[line.id]} {out.includes(line.id) && <small>{t('result.out')}</small>}</> : '–'))])}
    />
  );
}

/** Of an open poll: who chose what. */
function OpenBallots({ poll, ballots, nameOf }: { poll: Poll; ballots: readonly OpenBallot[]; nameOf: (id: string) => string }) {
  const t = useT(messages);
  return (
    <DataTable
      caption={t('result.ballots')}
      columns={[{ label: t('result.body'), head: true }, { label: t('result.choice') }]}
      rows={ballots.map((ballot) => [<span lang="fr">{ballot.body}</span>, useChoiceWords(poll, ballot, nameOf)])}
    />
  );
}

function useChoiceWords(poll: Poll, { choices, other }: Ballot, nameOf: (id: string) => string): string {
  const t = useT(messages);
  const sorted = Object.entries(choices).sort(([, a], [, b]) => (poll.method === 'dates' ? b - a : a - b));
  if (poll.method === 'dates') return sorted.filter(([, value]) => value > 0).map(([id, value]) => `${nameOf(id)} (${t(value === 2 ? 'vote.yes' : 'vote.maybe')})`).join(', ');
  if (poll.method === 'ranked') return sorted.map(([id], index) => `${index + 1}.\u00a0${nameOf(id)}`).join(', ');
  return [...sorted.map(([id]) => nameOf(id)), ...(other ? [`«\u00a0${other}\u00a0»`] : [])].join(', ');
}
