/** The gate and the frame: sign-in before anything, then the shell around the screen of the address. */
import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useCallback } from 'react';
import { SearchField } from './capabilities/exchange/search-field.tsx';
import { usePartyName } from './capabilities/parties/queries.ts';
import { ReasonDialog, ReasonStrip } from './capabilities/parties/reason.tsx';
import { mayReadItems } from './capabilities/parties/role-places.ts';
import {
  MeContext,
  sessionKey,
  useChangeRole,
  useFilling,
  useMe,
  useSession,
  useSignOut,
} from './capabilities/parties/session.ts';
import { SignInScreen } from './capabilities/parties/sign-in.tsx';
import { signInWords } from './capabilities/parties/sign-in-words.ts';
import { partiesWords } from './capabilities/parties/words.ts';
import { DutyClock } from './capabilities/watch/duty-clock.tsx';
import { PartyNames } from './kit/error-notice.tsx';
import { usePick, useReading, useWords } from './kit/language.tsx';
import { useLive } from './kit/live.ts';
import { Loaded } from './kit/query.tsx';
import { Shell } from './kit/shell.tsx';
import { ShortcutsProvider } from './kit/shortcuts.tsx';
import { terms } from './kit/terms.ts';
import { Navigation, useNavigationShortcuts } from './navigation.tsx';

const Inside = () => {
  const me = useMe();
  const { locale, language } = useReading();
  const pick = usePick();
  const signIn = useWords(signInWords);
  const say = useWords(partiesWords);
  const client = useQueryClient();
  const live = useLive(useCallback(() => void client.invalidateQueries({ queryKey: sessionKey }), [client]));
  const nameOf = usePartyName();
  useNavigationShortcuts();
  const changeRole = useChangeRole();
  const signOut = useSignOut();
  const isFilling = useFilling();
  const country = new Intl.DisplayNames(locale, { type: 'region' }).of(me.party.country);
  return (
    <Shell
      node={{ name: pick(me.party.name), country: country ?? me.party.country }}
      reader={{
        name: language === 'ar' ? me.nameArabic : me.name,
        role: me.role,
        roles: me.roles.map((id) => ({ id, label: pick(terms.roles[id]) })),
      }}
      securityLabel={say('security')}
      notice={me.demo ? signIn(isFilling ? 'filling' : 'demo') : null}
      reason={<ReasonStrip />}
      live={live}
      navigation={<Navigation role={me.role} />}
      search={mayReadItems(me.role) && <SearchField />}
      onRole={(role) => changeRole.mutate(role)}
      onSignOut={() => signOut.mutate()}
    >
      <PartyNames value={nameOf}>
        <DutyClock>
          <Outlet />
        </DutyClock>
        <ReasonDialog />
      </PartyNames>
    </Shell>
  );
};

const EnrolScreen = lazy(() =>
  import('./capabilities/parties/enrol.tsx').then((module) => ({ default: module.EnrolScreen })),
);

export const App = () => {
  const session = useSession();
  const enrolling = useRouterState({ select: (state) => state.location.pathname === '/enrol' });
  if (enrolling)
    return (
      <Suspense>
        <EnrolScreen />
      </Suspense>
    );
  return (
    <Loaded query={session}>
      {(me) =>
        me ? (
          <MeContext value={me}>
            <ShortcutsProvider>
              <Inside />
            </ShortcutsProvider>
          </MeContext>
        ) : (
          <SignInScreen />
        )
      }
    </Loaded>
  );
};
