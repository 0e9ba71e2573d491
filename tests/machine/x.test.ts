import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { sql } from '~/platform/db/index.ts';
const db = await freshDatabase('empty');
test('x', async () => { expect((await sql`select count(*) from sheets`.execute(db)).rows).toEqual([{ count: 0 }]); });
