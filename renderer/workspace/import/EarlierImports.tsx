/** The imports that the ledger knows of, newest first; each can be taken back once. */
import { Button, Table } from '@mantine/core'
import { useState } from 'react'
import { useCall } from '../../shared/bridge/hooks.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { Dialog } from '../../shared/components/Dialog.tsx'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { Note } from '../../shared/components/Note.tsx'
import { Panel } from '../../shared/components/Page.tsx'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { useJob } from '../jobs/useJobs.ts'
import classes from './Import.module.css'
import { ImportWork } from './ImportWork.tsx'

/** `onUndone` hears which one was taken back. */
export function EarlierImports({ onUndone }: { readonly onUndone?: (seq: number) => void }) {
  const t = useT()
  const formats = useFormats()
  const query = useCall('import.list', {})
  const [asking, setAsking] = useState<number>()
  const job = useJob()
  const { current } = job
  const isWorking = current.state === 'running'
  const undone =
    current.state === 'done' && current.outcome.type === 'import_undone'
      ? current.outcome.report
      : undefined
  const undo = async (seq: number) => {
    setAsking(undefined)
    const outcome = await job.start('import.undo', { seq }, t('imports.undoing'))
    if (outcome) onUndone?.(seq)
    void query.refetch()
  }
  return (
    <>
      {current.state === 'failed' && <ErrorNote error={current.error} />}
      {isWorking && <ImportWork job={current.job} label={t('imports.undoing')} />}
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
                            disabled={isWorking}
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
            <Button color="red" onClick={() => void undo(asking)}>
              {t('imports.undo')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
