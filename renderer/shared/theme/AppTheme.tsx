/** Mantine with the program's theme, the colour scheme of the settings and the nonce of this page load. */
import { MantineProvider, useMantineColorScheme } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import type { Settings } from '../../../shared/contract/session.ts'
import { styleNonce } from '../setup.ts'
import { cssVariables, theme } from './theme.ts'

/** The choice lives in the settings of the program, not in a browser storage that would outlast the lock. */
const nowhere = {
  get: (fallback: 'light' | 'dark' | 'auto') => fallback,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
}

const schemeOf = (choice: Settings['theme']) => (choice === 'system' ? 'auto' : choice)

function FollowScheme({ choice }: { choice: Settings['theme'] }) {
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => setColorScheme(schemeOf(choice)), [choice, setColorScheme])
  return null
}

export function AppTheme({ scheme, children }: { scheme: Settings['theme']; children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      getStyleNonce={() => styleNonce}
      defaultColorScheme={schemeOf(scheme)}
      colorSchemeManager={nowhere}
    >
      <FollowScheme choice={scheme} />
      {children}
    </MantineProvider>
  )
}
