/**
 * "Saved", with a way back: every edit can be undone where it was made, and later in the history. Ctrl+Z on the page of
 * a record takes back the last change that was made to it in this window, whether its notice still stands or not.
 */
import { Button, Group, Kbd } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useMemo } from 'react'
import type { RecordId } from '../../../shared/ids.ts'
import { call } from '../../shared/bridge/client.ts'
import { useErrorTexts, useT } from '../../shared/i18n/i18n.ts'
import { useNotify } from '../../shared/useNotify.ts'
import classes from './savedNotice.module.css'
import { isKeyForPage } from './usePageKeys.ts'

const SHOWN_MS = 12_000

interface Undoable {
  readonly record: RecordId
  readonly seq: number
  readonly notice: string
}

/** What was changed in this window and not taken back, in order. It ends with the page. */
const undoable: Undoable[] = []

/** Takes it off the list: nothing is taken back twice. */
function takeOff(seq: number): void {
  const at = undoable.findIndex((each) => each.seq === seq)
  if (at < 0) return
  const [taken] = undoable.splice(at, 1)
  if (taken) notifications.hide(taken.notice)
}

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
                aria-keyshortcuts="Control+Z"
                rightSection={
                  <Kbd size="xs" aria-hidden>
                    Ctrl Z
                  </Kbd>
                }
                onClick={() => undo(record, seq)}
              >
                {t('records.undo')}
              </Button>
            </Group>
          ),
        })
        undoable.push({ record, seq, notice })
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
      takeOff(seq)
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

/** Ctrl+Z outside of a field, on the page of a record. */
export function useUndoKey(record: RecordId): void {
  const t = useT()
  const notify = useNotify()
  const undo = useUndo()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
      if (!isUndo || event.code !== 'KeyZ' || event.repeat || !isKeyForPage(event)) return
      event.preventDefault()
      const last = undoable.findLast((each) => each.record === record)
      if (last) undo(record, last.seq)
      else notify({ message: t('records.nothingToUndo') })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [record, t, notify, undo])
}
