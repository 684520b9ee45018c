/** The first screen after unlocking. */
import { Page } from '../../shared/components/Page.tsx'
import { useT } from '../../shared/i18n/i18n.ts'

export function HomeScreen() {
  const t = useT()
  return <Page title={t('shell.home')}>{null}</Page>
}
