export { listObjectivesOfAction, listOccasional, type ObjectiveOfAction } from './actions.ts';
export { attachAction } from './commands.ts';
export { isOutsidePeriod, stateToShow, type ActionState, type Basis } from './rules.ts';
export { ActionMark, ActionWhen } from './pages/actions.tsx';
