/**
 * Two records of one person: choosing the other one and merging, and taking a merge apart again. Nothing merges by itself,
 * and both pages say what was done.
 */
import { Button, Group } from '@mantine/core'
import { Merge as MergeIcon, Split } from 'lucide-react'
import { useState } from 'react'
import type { RecordId } from '../../../shared/ids.ts'
import { useMutationCall } from '../../shared/bridge/hooks.ts'
import { Dialog } from '../../shared/components/Dialog.tsx'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { Note } from '../../shared/components/Note.tsx'
import { Panel } from '../../shared/components/Page.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { useNotify } from '../../shared/useNotify.ts'
import { ResemblingPanel } from '../duplicates/ResemblingPanel.tsx'
import { PickersContext, usePickers } from '../records/form/pickers.ts'
import { RefPicker } from '../records/form/RefPicker.tsx'
import type { OpenRecord } from '../records/page/RecordActions.tsx'
import { RecordLink } from '../records/RecordLink.tsx'
import { standingValues } from '../records/statements.ts'
import { useTitle } from '../records/useTitle.ts'
import classes from './Merge.module.css'

/** On the page of a record that was merged into another. */
export function MergedInto({ data }: { data: OpenRecord }) {
  const t = useT()
  if (data.mergedInto === null) return null
  return (
    <Note tone="info" title={t('merge.goneTitle')}>
      <p className={classes.text}>{t('merge.goneText')}</p>
      <Group gap="sm">
        <RecordLink kind="person" id={data.mergedInto}>
          {t('merge.open')}
        </RecordLink>
        <TakeApart into={data.mergedInto} from={data.record.id} />
      </Group>
    </Note>
  )
}

/** What was merged into this person, and the way to merge another one. */
export function MergePanel({ data }: { data: OpenRecord }) {
  const t = useT()
  const titleOf = useTitle()
  const [isOpen, setOpen] = useState(false)
  const merged = standingValues(data.record, 'mergedFrom') as readonly RecordId[]
  if (data.mergedInto !== null) return null
  return (
    <>
      <Button
        variant="default"
        fullWidth
        leftSection={<MergeIcon size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('merge.begin')}
      </Button>
      {merged.length > 0 && (
        <Panel title={t('merge.merged')}>
          <ul className={classes.merged}>
            {merged.map((from) => (
              <li key={from}>
                <RecordLink kind="person" id={from}>
                  {titleOf('person', data.titles[from] ?? '')}
                </RecordLink>
                <TakeApart into={data.record.id} from={from} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {merged.length > 0 && <ResemblingPanel record={data.record} />}
      {isOpen && <MergeDialog data={data} onClose={() => setOpen(false)} />}
    </>
  )
}

function TakeApart({ into, from }: { into: RecordId; from: RecordId }) {
  const t = useT()
  const notify = useNotify()
  const unmerge = useMutationCall('records.unmerge', {
    onSuccess: () => notify({ message: t('merge.apart') }),
  })
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<Split size={14} aria-hidden />}
        loading={unmerge.isPending}
        onClick={() => unmerge.mutate({ into, from })}
      >
        {t('merge.takeApart')}
      </Button>
      {unmerge.error && <ErrorNote error={unmerge.error} />}
    </>
  )
}

function MergeDialog({ data, onClose }: { data: OpenRecord; onClose: () => void }) {
  const t = useT()
  const notify = useNotify()
  const titleOf = useTitle()
  const { id, title } = data.record
  const [other, setOther] = useState<{ id: RecordId; title: string } | null>(null)
  const merge = useMutationCall('records.merge', {
    onSuccess: () => {
      onClose()
      notify({ message: t('merge.done') })
    },
  })
  const isSelf = other?.id === id
  const pickers = usePickers()
  return (
    <PickersContext.Provider value={pickers.context}>
      <Dialog onClose={onClose} title={t('merge.title')} size="lg">
        <p className={classes.text}>{t('merge.text', { name: titleOf('person', title) })}</p>
        <RefPicker
          kind="person"
          label={t('merge.other')}
          value={other?.id ?? null}
          title={other?.title ?? ''}
          error={isSelf ? t('merge.self') : undefined}
          autoFocus
          withinPortal={false}
          onChange={(chosen, chosenTitle) =>
            setOther(chosen === null ? null : { id: chosen, title: chosenTitle })
          }
        />
        {merge.error && <ErrorNote error={merge.error} />}
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            disabled={other === null || isSelf || pickers.held}
            loading={merge.isPending}
            onClick={() => other && merge.mutate({ into: id, from: other.id })}
          >
            {t('merge.merge')}
          </Button>
        </Group>
      </Dialog>
    </PickersContext.Provider>
  )
}
