/** Locks the vault: by the button or Ctrl+L, from anywhere. The workspace's process ends with it. */
import { Button, Kbd, Tooltip } from '@mantine/core'
import { LockKeyhole } from 'lucide-react'
import { useEffect } from 'react'
import { useMutationCall } from '../../shared/bridge/hooks.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { useJobs } from '../jobs/useJobs.ts'

export function LockButton() {
  const t = useT()
  const working = useJobs().some((job) => !job.ended)
  const { mutate, isPending } = useMutationCall('session.lock')

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // By the key's place too: under a Cyrillic layout the same key writes another letter.
      const isL = event.code === 'KeyL' || event.key.toLowerCase() === 'l'
      if (!isL || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      mutate({})
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [mutate])

  return (
    <Tooltip label={working ? t('shell.lockWhileWorking') : t('shell.lockHint')}>
      <Button
        variant="default"
        leftSection={<LockKeyhole size={16} aria-hidden />}
        rightSection={
          <Kbd size="xs" aria-hidden>
            Ctrl L
          </Kbd>
        }
        loading={isPending}
        aria-keyshortcuts="Control+L"
        onClick={() => mutate({})}
      >
        {t('shell.lock')}
      </Button>
    </Tooltip>
  )
}
