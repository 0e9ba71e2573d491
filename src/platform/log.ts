import { pino, type Logger } from 'pino';

export type Log = Logger;

/** One JSON line per fact on the standard output. No address of a visitor, no name, no query, no header. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError },
  });
}

// PostgreSQL puts the row that failed in `detail` and values in its message's parameters: neither is kept.
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { message: String((error as { message?: unknown } | null)?.message ?? error) };
  const { name, message, stack, cause } = error;
  const code = (error as { code?: unknown }).code;
  return { name, message, stack, ...(code ? { code } : {}), ...(cause instanceof Error ? { cause: cause.message } : {}) };
}
