/** Screens for what should not happen: a path that leads nowhere, a screen that broke. */
import { Compass } from 'lucide-react'
import { EmptyState } from '../../shared/components/EmptyState.tsx'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { Page } from '../../shared/components/Page.tsx'
import { useT } from '../../shared/i18n/i18n.ts'

export function NotFoundScreen() {
  const t = useT()
  return (
    <EmptyState wholePage icon={Compass} title={t('shell.notFoundTitle')}>
      {t('shell.notFoundText')}
    </EmptyState>
  )
}

/** The error itself is not shown: its text may hold something from a record. */
export function ScreenFailure({ reset }: { reset: () => void }) {
  const t = useT()
  return (
    <Page title={t('shell.screenFailedTitle')} width="text">
      <ErrorNote error={{ code: 'internal' }} onRetry={reset} />
    </Page>
  )
}
