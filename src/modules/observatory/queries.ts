import { answer, ask, listRows, type Answer, type AnswerRow, type Asked, type Cursor, type Resolved } from '~/sheets/ask/index.ts';
import type { Read } from '~/platform/db/index.ts';
import type { Reader } from '~/sheets/index.ts';

export interface Answered {
  asked: Asked;
  answer: Answer;
  /** The sheets of this page. */
  rows: AnswerRow[];
  /** Beside a territory's partnerships. */
  apart: AnswerRow[];
}

export async function getAnswer(db: Read, reader: Reader, resolved: Resolved, page: { after?: Cursor; limit: number }): Promise<Answered> {
  const asked = await ask(db, reader, resolved);
  const answered = answer(asked, resolved, page);
  const [rows, apart] = await Promise.all([listRows(db, reader, answered.nums), listRows(db, reader, answered.apart)]);
  return { asked, answer: answered, rows, apart };
}
