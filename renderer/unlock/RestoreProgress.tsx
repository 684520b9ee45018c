/** How far a restoring is, with a way to stop it. Shown once main's dialogs are answered. */
import { Button } from '@mantine/core'
import { call } from '../shared/bridge/client.ts'
import { useT } from '../shared/i18n/i18n.ts'
import { useProgress } from './useProgress.ts'
import { WorkProgress } from './WorkProgress.tsx'

export function RestoreProgress() {
  const t = useT()
  const progress = useProgress('restoring', true)
  if (!progress) return null
  return (
    <WorkProgress label={t('unlock.restoringHint')} progress={progress} unit="bytes">
      <Button variant="default" size="compact-xs" onClick={() => void call('vault.cancelRestore')}>
        {t('common.cancel')}
      </Button>
    </WorkProgress>
  )
}
