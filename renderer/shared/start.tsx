/** What both pages do before they show anything: the settings of this machine, the words, the theme, the cache. */
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import type { Settings } from '../../shared/contract/session.ts'
import { call } from './bridge/client.ts'
import { createQueryClient, followChanges, useCall } from './bridge/hooks.ts'
import { followCopies } from './copyText.ts'
import { changeLanguage, startI18n } from './i18n/i18n.ts'
import { AppTheme } from './theme/AppTheme.tsx'

/** Shown only when main does not answer: better a readable page than none. */
const FALLBACK: Settings = { language: 'en', theme: 'system', idleLockMinutes: 5 }

function WithSettings({ children }: { children: ReactNode }) {
  const { data: settings = FALLBACK } = useCall('settings.get', {})
  useEffect(() => void changeLanguage(settings.language), [settings.language])
  return <AppTheme scheme={settings.theme}>{children}</AppTheme>
}

export async function startPage(page: ReactNode): Promise<void> {
  const answer = await call('settings.get')
  const settings = answer.ok ? answer.value : FALLBACK
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
