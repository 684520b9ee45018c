/** "Saved", with a way back: every edit can be undone where it was made, and later in the history. */
import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import type { RecordId } from '../../../shared/ids.ts'
import { call } from '../../shared/bridge/client.ts'
import { useErrorTexts, useT } from '../../shared/i18n/i18n.ts'
import { useNotify } from '../../shared/useNotify.ts'
import classes from './savedNotice.module.css'

const SHOWN_MS = 12_000

/** Shows that entry `seq` changed the record; `message` says what was done. */
export function useSavedNotice(): (record: RecordId, seq: number, message?: string) => void {
  const t = useT()
  const notify = useNotify()
  const undo = useUndo()
  return useMemo(
    () =>
      (record, seq, message = t('form.saved')) => {
        const notice = notify({
          autoClose: SHOWN_MS,
          message: (
            <Group justify="space-between" wrap="nowrap" gap="md">
              <span className={classes.words}>{message}</span>
              <Button
                size="compact-sm"
                variant="light"
                onClick={() => {
                  notifications.hide(notice)
                  undo(record, seq)
                }}
              >
                {t('records.undo')}
              </Button>
            </Group>
          ),
        })
      },
    [t, notify, undo],
  )
}

/** Undoes an entry and says how it went. */
export function useUndo(): (record: RecordId, seq: number) => void {
  const t = useT()
  const notify = useNotify()
  const errors = useErrorTexts()
  return useMemo(
    () => async (record, seq) => {
      const result = await call('records.undo', { id: record, seq })
      const refused = !result.ok && result.error.code === 'conflict'
      notify(
        result.ok
          ? { message: t('records.undone') }
          : {
              color: 'red',
              message: refused ? t('records.undoConflict') : errors[result.error.code].what,
            },
      )
    },
    [t, notify, errors],
  )
}
