import { dimensions, toParameters, type Answer, type Dimension, type Resolved } from '../ask/index.ts';
import type { Item } from './item.ts';
import { attributionOf, licence } from './licence.ts';

/** Dimensions as the answer names them: `{ "type": { "jumelage": 13 } }`, for each value the count of the question with it. */
function buildFacets(facets: Answer['facets']): Record<Dimension, Record<string, number>> {
  const objects = dimensions.map((dimension) => [dimension, Object.fromEntries(facets[dimension].map(({ value, count }) => [value, count]))]);
  return Object.fromEntries(objects) as Record<Dimension, Record<string, number>>;
}

export interface JsonParts {
  resolved: Resolved;
  answer: Answer;
  items: Item[];
  apart: Item[];
  /** Address of the next page. */
  next: string | null;
  instanceName: string;
}

/** The answer as machines read it: these keys are for keeps. */
export function buildJson({ resolved, answer, items, apart, next, instanceName }: JsonParts) {
  return {
    total: answer.total,
    question: Object.fromEntries(Object.entries(toParameters(resolved.question)).filter(([, value]) => value !== undefined)),
    facets: buildFacets(answer.facets),
    items,
    next,
    undated: answer.undated,
    apart: apart.map(({ id, kind, type, title, url }) => ({ id, kind, type, title, url })),
    license: licence,
    attribution: attributionOf(instanceName),
  };
}
