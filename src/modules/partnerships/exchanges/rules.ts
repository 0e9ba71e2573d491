/** R038: what elected officials say to each other is told apart from what technicians exchange. */
export const registers = ['political', 'technical'] as const;
export type Register = (typeof registers)[number];

/** Who took the initiative: this side, the other, both. */
export const initiatives = ['here', 'there', 'both'] as const;
export type Initiative = (typeof initiatives)[number];

export const forms = ['visit', 'videoconference', 'call', 'letter'] as const;
export type ExchangeForm = (typeof forms)[number];

export interface Balance {
  political: number;
  technical: number;
  /** How many each side began; those begun together count for neither. */
  here: number;
  there: number;
}

export function buildBalance(exchanges: readonly { register: Register; initiative: Initiative }[]): Balance {
  const count = (test: (one: { register: Register; initiative: Initiative }) => boolean) => exchanges.filter(test).length;
  return {
    political: count((one) => one.register === 'political'),
    technical: count((one) => one.register === 'technical'),
    here: count((one) => one.initiative === 'here'),
    there: count((one) => one.initiative === 'there'),
  };
}
