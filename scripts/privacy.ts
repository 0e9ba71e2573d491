import { writeFileSync } from 'node:fs';
import { modules } from '~/modules.ts';
import { writeRegister } from '~/modules/privacy/index.ts';
import { listPersonal, registerPersonal } from '~/sheets/index.ts';

registerPersonal(modules);
writeFileSync('docs/privacy.md', writeRegister(listPersonal()));
console.log(`docs/privacy.md : ${listPersonal().length} parties.`);
