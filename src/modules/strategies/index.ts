export { listObjectivesOfAction, listOccasional, type ObjectiveOfAction } from './actions.ts';
export { attachAction, removeAction } from './objectives/commands.ts';
export { listHeldObjectives } from './objectives/queries.ts';
export { actionStates, isOutsidePeriod, isReversed, mayBecome, stateToShow, type ActionState, type Basis } from './rules.ts';
export { ActionMark, ActionWhen } from './pages/actions.tsx';
