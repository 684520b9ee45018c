/** What can be done with the statements of an open record, for the parts of its page. */
import { Button, Group, Text } from '@mantine/core'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { CallOutput } from '../../../../shared/contract/contract.ts'
import { invariant } from '../../../../shared/errors.ts'
import type { Statement } from '../../../../shared/model/statement.ts'
import { useMutationCall } from '../../../shared/bridge/hooks.ts'
import { Dialog } from '../../../shared/components/Dialog.tsx'
import { ErrorNote } from '../../../shared/components/ErrorNote.tsx'
import { useT } from '../../../shared/i18n/i18n.ts'
import { FieldDialog, type FieldTask } from '../form/FieldDialog.tsx'
import { useSavedNotice } from '../savedNotice.tsx'
import { useValueWords } from '../useValueWords.ts'
import { useFocusReturn } from './useFocusReturn.ts'

export type OpenRecord = CallOutput<'records.get'>

interface Actions {
  readonly data: OpenRecord
  add(field: string): void
  correct(statement: Statement): void
  askToRetract(statement: Statement): void
  prefer(statement: Statement): void
}

const ActionsContext = createContext<Actions | null>(null)

export function useRecordActions(): Actions {
  const actions = useContext(ActionsContext)
  invariant(actions, 'a part of a record page stands inside it')
  return actions
}

export function RecordActions({ data, children }: { data: OpenRecord; children: ReactNode }) {
  const t = useT()
  const { record } = data
  const [task, setTask] = useState<FieldTask | null>(null)
  const [retracting, setRetracting] = useState<Statement | null>(null)
  const save = useMutationCall('records.save')
  const { mutate } = save
  const saved = useSavedNotice()
  useFocusReturn((task ?? retracting)?.field ?? null, data)
  const actions = useMemo<Actions>(
    () => ({
      data,
      add: (field) => setTask({ field, correct: null }),
      correct: (statement) => setTask({ field: statement.field, correct: statement }),
      askToRetract: setRetracting,
      prefer: (statement) =>
        mutate(
          {
            id: record.id,
            basedOn: record.lastSeq,
            change: { prefer: { [statement.field]: statement.id } },
          },
          { onSuccess: ({ seq }) => saved(record.id, seq, t('records.preferredNow')) },
        ),
    }),
    [data, mutate, record, saved, t],
  )
  return (
    <ActionsContext.Provider value={actions}>
      {save.error && <ErrorNote error={save.error} />}
      {children}
      {task && (
        <FieldDialog
          record={record}
          titles={data.titles}
          task={task}
          onClose={() => setTask(null)}
        />
      )}
      {retracting && (
        <RetractQuestion data={data} statement={retracting} onClose={() => setRetracting(null)} />
      )}
    </ActionsContext.Provider>
  )
}

interface RetractQuestionProps {
  readonly data: OpenRecord
  readonly statement: Statement
  onClose(): void
}

function RetractQuestion({ data, statement, onClose }: RetractQuestionProps) {
  const t = useT()
  const words = useValueWords()
  const { record, titles } = data
  const saved = useSavedNotice()
  const save = useMutationCall('records.save', {
    onSuccess: ({ seq }) => {
      onClose()
      saved(record.id, seq, t('records.retracted'))
    },
  })
  return (
    <Dialog onClose={onClose} title={t('records.retractTitle')}>
      <Text size="sm" fw={560} mb={6} style={{ overflowWrap: 'anywhere' }} lineClamp={4}>
        {words(record.kind, statement.field, statement.value, titles)}
      </Text>
      <Text size="sm" mb="md">
        {t('records.retractText')}
      </Text>
      {save.error && <ErrorNote error={save.error} />}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          loading={save.isPending}
          data-autofocus
          onClick={() =>
            save.mutate({
              id: record.id,
              basedOn: record.lastSeq,
              change: { retract: [statement.id] },
            })
          }
        >
          {t('records.retract')}
        </Button>
      </Group>
    </Dialog>
  )
}
