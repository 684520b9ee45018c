/** Ends the window of a task that is done or was given up. */
import { Button } from '@mantine/core'
import { call } from '../../shared/bridge/client.ts'
import { useT } from '../../shared/i18n/i18n.ts'

export function CloseButton() {
  const t = useT()
  return (
    <Button size="md" fullWidth onClick={() => void call('vault.enter')}>
      {t('change.close')}
    </Button>
  )
}
