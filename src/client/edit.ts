// What helps in forms. Each part stands alone; without this script every form works the same, step by step.
import './edit/drafts.ts';
import './edit/picker.ts';
import './edit/passkeys.ts';
import './edit/tick-all.ts';
import './edit/live.ts';
import './edit/copy.ts';
import './edit/texts.ts';
