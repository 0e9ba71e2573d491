import { post, get } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { unlessCharacter } from '../account/character.ts';
import { recordAttempt } from '../attempts.ts';
import { formatDevice } from '../devices.ts';
import { messages } from '../messages.ts';
import { enter } from '../opening.ts';
import { paths } from '../paths.ts';
import { SignInPage } from '../sign-in/pages.tsx';
import { parseDevice, parseNext } from '../sign-in/rules.ts';
import { isUuid } from '../tokens.ts';
import { acceptPasskey, addPasskey, buildAddQuestion, buildSignInQuestion, removePasskey, updatePasskey } from './commands.ts';
import { PasskeyPage } from './pages.tsx';
import { listPasskeys } from './queries.ts';

const cookie = 'cle';
const placeOf = (ask: SheetAsk) => ({ origin: ask.origin, name: ask.instanceName });

/** The question as the browser's script reads it; its other half, the challenge's token, goes into a cookie. */
function answerQuestion(ask: SheetAsk, { options, token }: { options: object; token: string }): Response {
  ask.setCookie(cookie, token, { maxAge: 600 });
  return Response.json(options);
}

const mine = async (ask: SheetAsk) => (isUuid(ask.param('id')) ? (await listPasskeys(ask.primary, ask.reader.account!.id)).find((one) => one.id === ask.param('id')) : undefined);

export const passkeyRoutes = [
  post(paths.passkeyQuestion, { who: 'everyone' }, async (ask: SheetAsk) => {
    const wait = await recordAttempt(ask.primary, [{ name: 'passkey network', of: ask.client, most: 120, minutes: 60 }]);
    return wait ? new Response(null, { status: 429 }) : answerQuestion(ask, await buildSignInQuestion(ask.primary, placeOf(ask)));
  }),
  post(paths.passkeySignIn, { who: 'everyone' }, async (ask: SheetAsk) => {
    const form = await ask.form();
    const next = parseNext(form.text('suite'));
    const accountId = await acceptPasskey(ask.primary, placeOf(ask), ask.cookie(cookie), form.text('reponse'));
    return accountId ? enter(ask, { accountId, next, isNew: false }) : ask.page(<SignInPage next={next} provider={ask.oidc?.label} error="passkey" />, { status: 422 });
  }),
  post(paths.addPasskeyQuestion, { who: 'account' }, unlessCharacter(async (ask) => answerQuestion(ask, await buildAddQuestion(ask.primary, placeOf(ask), ask.reader.account!)))),
  post(paths.addPasskey, { who: 'account' }, unlessCharacter(async (ask) => {
    const t = translator(messages, ask.lang);
    const name = formatDevice(ask.lang, parseDevice(ask.hono.req.header('user-agent')));
    const id = await addPasskey(ask.primary, placeOf(ask), ask.reader.account!.id, ask.cookie(cookie), (await ask.form()).text('reponse'), name);
    return id ? ask.done(paths.passkey.href({ id }), t('passkey.added')) : ask.done(paths.account.href({}), t('passkey.notAdded'));
  })),
  get(paths.passkey, { who: 'account' }, async (ask: SheetAsk) => {
    const passkey = await mine(ask);
    return passkey ? ask.page(<PasskeyPage passkey={passkey} />) : ask.notFound();
  }),
  post(paths.passkey, { who: 'account' }, async (ask: SheetAsk) => {
    const [passkey, name] = [await mine(ask), (await ask.form()).text('nom')];
    if (!passkey) return ask.notFound();
    if (!name || name.length > 80) return ask.page(<PasskeyPage passkey={passkey} name={name} refused />, { status: 422 });
    await updatePasskey(ask.primary, ask.reader.account!.id, passkey.id, name);
    return ask.done(paths.account.href({}), translator(messages, ask.lang)('saved'));
  }),
  post(paths.removePasskey, { who: 'account' }, async (ask: SheetAsk) => {
    const passkey = await mine(ask);
    if (!passkey) return ask.notFound();
    await removePasskey(ask.primary, ask.reader.account!.id, passkey.id);
    return ask.done(paths.account.href({}), translator(messages, ask.lang)('passkey.removed'));
  }),
];
