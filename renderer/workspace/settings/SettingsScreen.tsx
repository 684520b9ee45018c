/** Settings of this machine and facts about the open vault. */
import { Page } from '../../shared/components/Page.tsx'
import { useT } from '../../shared/i18n/i18n.ts'

export function SettingsScreen() {
  const t = useT()
  return <Page title={t('shell.settings')}>{null}</Page>
}
