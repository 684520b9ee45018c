/** Asks before a screen with unsaved words is left. Leaving by saving does not ask. */
import { Button, Group, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { type ReactNode, useRef } from 'react'
import { Dialog } from '../../../shared/components/Dialog.tsx'
import { useT } from '../../../shared/i18n/i18n.ts'

export interface LeaveGuard {
  /** The question, to be placed in the screen. */
  readonly question: ReactNode
  /** From now on leaving loses nothing. */
  release(): void
}

export function useLeaveGuard(dirty: boolean): LeaveGuard {
  const t = useT()
  const released = useRef(false)
  const blocker = useBlocker({
    shouldBlockFn: () => dirty && !released.current,
    enableBeforeUnload: false,
    withResolver: true,
  })
  const question = (
    <Dialog
      opened={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('form.leaveTitle')}
      size="sm"
    >
      <Text size="sm" mb="md">
        {t('form.leaveText')}
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {t('form.leave')}
        </Button>
        <Button data-autofocus onClick={() => blocker.reset?.()}>
          {t('form.stay')}
        </Button>
      </Group>
    </Dialog>
  )
  return {
    question,
    release: () => {
      released.current = true
    },
  }
}
