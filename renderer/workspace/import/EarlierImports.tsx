/** The imports that the ledger knows of, newest first; each can be taken back once. */
import { Button, Table } from '@mantine/core'
import { useState } from 'react'
import type { BridgeError } from '../../../shared/contract/define.ts'
import { call } from '../../shared/bridge/client.ts'
import { useCall } from '../../shared/bridge/hooks.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { Dialog } from '../../shared/components/Dialog.tsx'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { Note } from '../../shared/components/Note.tsx'
import { Panel } from '../../shared/components/Page.tsx'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './Import.module.css'

type Undone = { readonly erased: number; readonly retracted: number; readonly kept: number }

export function EarlierImports() {
  const t = useT()
  const formats = useFormats()
  const query = useCall('import.list', {})
  const [asking, setAsking] = useState<number>()
  const [working, setWorking] = useState(false)
  const [error, setError] = useState<BridgeError>()
  const [undone, setUndone] = useState<Undone>()
  const undo = async (seq: number) => {
    setWorking(true)
    const answer = await call('import.undo', { seq })
    setWorking(false)
    setAsking(undefined)
    setError(answer.ok ? undefined : answer.error)
    setUndone(answer.ok ? answer.value : undefined)
    void query.refetch()
  }
  return (
    <>
      {error && <ErrorNote error={error} />}
      {undone && (
        <Note tone="good" role="status" title={t('imports.undoDone')}>
          <p>{t('imports.undoDoneText', { ...undone })}</p>
        </Note>
      )}
      <Answer query={query}>
        {({ imports }) => (
          <Panel title={t('imports.earlier')} flush={imports.length > 0}>
            {imports.length === 0 ? (
              <p className={classes.quiet}>{t('imports.earlierEmpty')}</p>
            ) : (
              <Table
                className={classes.table ?? ''}
                verticalSpacing={8}
                horizontalSpacing={18}
                aria-label={t('imports.earlier')}
              >
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('imports.when')}</Table.Th>
                    <Table.Th className={classes.numeric ?? ''}>{t('imports.rows')}</Table.Th>
                    <Table.Th className={classes.numeric ?? ''}>{t('imports.leftOut')}</Table.Th>
                    <Table.Th />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {imports.map(({ seq, at, rows, skipped, undone: back }) => (
                    <Table.Tr key={seq}>
                      <Table.Td>{formats.moment(at)}</Table.Td>
                      <Table.Td className={classes.numeric ?? ''}>{formats.number(rows)}</Table.Td>
                      <Table.Td className={classes.numeric ?? ''}>
                        {formats.number(skipped)}
                      </Table.Td>
                      <Table.Td className={classes.numeric ?? ''}>
                        {back ? (
                          <span className={classes.quiet}>{t('imports.undone')}</span>
                        ) : (
                          <Button
                            size="xs"
                            variant="default"
                            aria-label={t('imports.undoNamed', { when: formats.moment(at) })}
                            onClick={() => setAsking(seq)}
                          >
                            {t('imports.undo')}
                          </Button>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )}
          </Panel>
        )}
      </Answer>
      {asking !== undefined && (
        <Dialog title={t('imports.undoTitle')} onClose={() => setAsking(undefined)}>
          <p>{t('imports.undoText')}</p>
          <div className={classes.buttons}>
            <Button variant="default" onClick={() => setAsking(undefined)}>
              {t('common.cancel')}
            </Button>
            <Button color="red" loading={working} onClick={() => void undo(asking)}>
              {t('imports.undo')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
