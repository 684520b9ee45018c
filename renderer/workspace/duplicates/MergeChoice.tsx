/** Which of the two stays: the merge is the one of a person's page, and is taken apart there or by the notice. */
import { Button, Group, Radio } from '@mantine/core'
import { useState } from 'react'
import type { ShownPerson } from '../../../shared/contract/duplicates.ts'
import { useMutationCall } from '../../shared/bridge/hooks.ts'
import { Dialog } from '../../shared/components/Dialog.tsx'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { useNotify } from '../../shared/useNotify.ts'
import { useTitle } from '../records/useTitle.ts'
import { AboutPerson } from './AboutPerson.tsx'
import classes from './Duplicates.module.css'

interface MergeChoiceProps {
  readonly a: ShownPerson
  readonly b: ShownPerson
  onClose(): void
}

export function MergeChoice({ a, b, onClose }: MergeChoiceProps) {
  const t = useT()
  const titleOf = useTitle()
  const notify = useNotify()
  const [into, setInto] = useState(a)
  const from = into.id === a.id ? b : a
  const names = { from: titleOf('person', from.title), into: titleOf('person', into.title) }
  const unmerge = useMutationCall('records.unmerge', {
    onSuccess: () => notify({ message: t('merge.apart') }),
  })
  const merge = useMutationCall('records.merge', {
    onSuccess: () => {
      onClose()
      const undo = { into: into.id, from: from.id }
      notify({
        autoClose: 20_000,
        title: t('duplicates.screen.merged', names),
        message: (
          <Button size="compact-xs" variant="default" onClick={() => unmerge.mutate(undo)}>
            {t('merge.takeApart')}
          </Button>
        ),
      })
    },
  })
  return (
    <Dialog onClose={onClose} title={t('merge.title')} size="lg">
      <p className={classes.text}>{t('merge.text', { name: names.into })}</p>
      <Radio.Group
        label={t('duplicates.screen.mergeTitle')}
        value={into.id}
        onChange={(id) => setInto(id === b.id ? b : a)}
      >
        {[a, b].map((each) => (
          <Radio
            key={each.id}
            mt="xs"
            value={each.id}
            label={titleOf('person', each.title)}
            description={<AboutPerson {...each} />}
          />
        ))}
      </Radio.Group>
      {merge.error && <ErrorNote error={merge.error} />}
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          loading={merge.isPending}
          onClick={() => merge.mutate({ into: into.id, from: from.id })}
        >
          {t('merge.merge')}
        </Button>
      </Group>
    </Dialog>
  )
}
