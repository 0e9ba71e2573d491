export * from './distance.ts';
export * from './labels.ts';
export * from './land.ts';
export * from './threads.ts';
export * from './views.ts';
