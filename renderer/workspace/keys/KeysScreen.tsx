/** Everything that opens the vault: what it is, who has it, and how it is added, renamed and removed. */
import { Button, Group, Stack } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { useCall, useMutationCall } from '../../shared/bridge/hooks.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { Note } from '../../shared/components/Note.tsx'
import { Page, Panel } from '../../shared/components/Page.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { Compartment } from './Compartment.tsx'
import { KeyDialog, type KeyWish } from './KeyDialog.tsx'
import classes from './Keys.module.css'
import { ShareCards } from './ShareCards.tsx'
import { SlotTable } from './SlotTable.tsx'

export function KeysScreen() {
  const t = useT()
  const query = useCall('keys.list', {})
  return (
    <Page title={t('keys.title')} subtitle={t('keys.subtitle')}>
      <Answer query={query}>{(list) => <Keys list={list} />}</Answer>
    </Page>
  )
}

function Keys({ list }: { list: CallOutput<'keys.list'> }) {
  const t = useT()
  const [wish, setWish] = useState<KeyWish>()
  const { data: custody, refetch } = useCall('custody.status', {}, { staleTime: 0 })
  const askAgain = useCallback(() => void refetch(), [refetch])
  const change = useMutationCall('session.openPassphraseWindow')
  const { slots, free, readOnly } = list
  const full = free === 0
  return (
    <>
      {readOnly && (
        <Note tone="info">
          <p>{t('keys.readOnly')}</p>
        </Note>
      )}
      <Panel title={t('keys.list')} flush>
        <SlotTable slots={slots} readOnly={readOnly} onWish={setWish} />
        <p className={classes.below}>
          {full ? t('keys.full') : t('keys.free', { count: free })} {t('keys.outside')}
        </p>
      </Panel>
      <Stack gap="sm">
        <Group gap="sm">
          <Button disabled={readOnly || full} onClick={() => setWish({ wish: 'addPassphrase' })}>
            {t('keys.addPassphrase')}
          </Button>
          <Button
            variant="default"
            disabled={readOnly || full}
            onClick={() => setWish({ wish: 'addKeyFile' })}
          >
            {t('keys.addKeyFile')}
          </Button>
          <Button
            variant="default"
            disabled={readOnly || full}
            onClick={() => setWish({ wish: 'makeKeyFile' })}
          >
            {t('keys.makeKeyFile')}
          </Button>
          <Button
            variant="default"
            disabled={readOnly || full}
            onClick={() => setWish({ wish: 'newRecoveryCode' })}
          >
            {t('keys.newCode')}
          </Button>
          <Button variant="default" disabled={readOnly} onClick={() => change.mutate({})}>
            {t('keys.changePassphrase')}
          </Button>
        </Group>
        {change.error && <ErrorNote error={change.error} />}
        <p className={classes.quiet}>{t('keys.window')}</p>
      </Stack>
      {custody && (
        <>
          <ShareCards custody={custody} readOnly={readOnly} full={full} />
          <Compartment custody={custody} readOnly={readOnly} full={full} onOver={askAgain} />
        </>
      )}
      {wish && <KeyDialog wish={wish} onClose={() => setWish(undefined)} />}
    </>
  )
}
