export { askHost, freshDatabase as freshDatabase2 } from '~root/tests/support/database.ts';
