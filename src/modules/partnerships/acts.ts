import { settleAct, type ActSpec } from '~/sheets/index.ts';
import { addAgreementAct, agreementStateAct, renewAgreementAct } from './gestures/agreements.ts';
import { exchangeAct } from './gestures/exchange.ts';
import { addMilestoneAct, removeMilestoneAct } from './gestures/milestones.ts';
import { priorityAct } from './gestures/priority.ts';
import { stateAct } from './gestures/state.ts';
import { strandAct } from './gestures/strand.ts';

/** In the order in which the page offers them: what waits for a decision first. */
export const acts: readonly ActSpec[] = [
  settleAct, stateAct, strandAct, addAgreementAct, agreementStateAct, renewAgreementAct, exchangeAct, addMilestoneAct, removeMilestoneAct, priorityAct,
];
