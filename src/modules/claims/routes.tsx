import { routes as answering } from './answering.tsx';
import { routes as asking } from './asking.tsx';

export const routes = [...asking, ...answering];
