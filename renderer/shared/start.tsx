/** What both pages do before they show anything: the settings of this machine, the words, the theme, the cache. */
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { DEFAULT_SETTINGS } from '../../shared/contract/session.ts'
import { call } from './bridge/client.ts'
import { createQueryClient, followChanges, useCall } from './bridge/hooks.ts'
import { followCopies } from './copyText.ts'
import { changeLanguage, startI18n } from './i18n/i18n.ts'
import { AppTheme } from './theme/AppTheme.tsx'

function WithSettings({ children }: { children: ReactNode }) {
  // The defaults are shown only when main does not answer: better a readable page than none.
  const { data: settings = DEFAULT_SETTINGS } = useCall('settings.get', {})
  useEffect(() => void changeLanguage(settings.language), [settings.language])
  return <AppTheme scheme={settings.theme}>{children}</AppTheme>
}

export async function startPage(page: ReactNode): Promise<void> {
  const answer = await call('settings.get')
  const settings = answer.ok ? answer.value : DEFAULT_SETTINGS
  await startI18n(settings.language)
  const client = createQueryClient()
  client.setQueryData(['settings.get', {}], settings)
  followChanges(client)
  followCopies()
  const place = document.getElementById('root')
  if (!place) return
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <WithSettings>{page}</WithSettings>
      </QueryClientProvider>
    </StrictMode>,
  )
}
