/** Backups: how old the last one is, making, verifying and restoring one. */
import { Page } from '../../shared/components/Page.tsx'
import { useT } from '../../shared/i18n/i18n.ts'

export function BackupsScreen() {
  const t = useT()
  return <Page title={t('shell.backups')}>{null}</Page>
}
