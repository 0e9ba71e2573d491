import { sql } from '~/platform/db/index.ts';

/** Roles that answer for a member when it is asked something: the census, an introduction, a common project. */
export const answering = ['agent', 'elected', 'project-holder'] as const;

/** Mandates `m` by which somebody speaks for a member today. */
export const speaks = sql`m.role in (${sql.join(answering.map((role) => sql.lit(role)))}) and m.ended_at is null and m.since <= current_date and (m.until is null or m.until >= current_date)`;

/** Whether somebody speaks here for the sheet of this alias: it can be asked. */
export const hasVoice = (alias: string) => sql`exists (select 1 from mandates m join accounts v on v.id = m.account_id and v.closed_at is null where m.body_id = ${sql.ref(`${alias}.id`)} and ${speaks})`;
