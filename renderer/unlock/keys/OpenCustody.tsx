/**
 * Takes what opens the witnesses’ compartment: the second passphrase, or the cards of its keepers. Why and for how
 * long was said in the workspace and is shown again here.
 */
import { Button, Group, SegmentedControl, Stack } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import type { BridgeError } from '../../../shared/contract/define.ts'
import type { KeyTask } from '../../../shared/contract/keys.ts'
import { call } from '../../shared/bridge/client.ts'
import { Note } from '../../shared/components/Note.tsx'
import { useDuration } from '../../shared/format/useDuration.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { Card } from '../Card.tsx'
import { CardsField, type EnteredCard, enoughCards } from '../CardsField.tsx'
import { PassphraseField } from '../passphrase/PassphraseField.tsx'
import { UnlockFailure } from '../UnlockFailure.tsx'
import { useWait } from '../useWait.ts'
import { CloseButton } from './CloseButton.tsx'

type Task = Extract<KeyTask, { task: 'openCustody' }>
const WAYS = ['passphrase', 'cards'] as const

export function OpenCustody({ task }: { task: Task }) {
  const t = useT()
  const duration = useDuration()
  const input = useRef<HTMLInputElement>(null)
  const [way, setWay] = useState<(typeof WAYS)[number]>('passphrase')
  const [passphrase, setPassphrase] = useState('')
  const [visible, setVisible] = useState(false)
  const [cards, setCards] = useState<readonly EnteredCard[]>([])
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<BridgeError>()
  const [failedWay, setFailedWay] = useState(way)
  const [isDone, setDone] = useState(false)
  const wait = useWait(failure)
  const isReady = (way === 'passphrase' ? passphrase !== '' : enoughCards(cards)) && wait === 0

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || !isReady) return
    setBusy(true)
    setFailure(undefined)
    const answer = await call(
      'custody.open',
      way === 'passphrase'
        ? { by: 'passphrase', passphrase }
        : { by: 'cards', cards: cards.map(({ text }) => text) },
    )
    setBusy(false)
    if (!answer.ok) {
      setFailedWay(way)
      return setFailure(answer.error)
    }
    setPassphrase('')
    setCards([])
    setDone(true)
  }

  if (isDone) {
    return (
      <Card title={t('keyTask.openCustody.done')} text={t('keyTask.openCustody.doneText')}>
        <CloseButton />
      </Card>
    )
  }
  const disabled = busy || wait > 0
  return (
    <Card wide title={t('keyTask.openCustody.title')} text={t('keyTask.openCustody.text')}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="lg">
          <Note tone="info" title={duration(task.minutes)}>
            <p>{task.reason}</p>
          </Note>
          <SegmentedControl
            aria-label={t('custody.with')}
            value={way}
            data={WAYS.map((value) => ({ value, label: t(`custody.${value}`) }))}
            onChange={setWay}
          />
          {way === 'passphrase' ? (
            <PassphraseField
              inputRef={input}
              label={t('custody.passphrase')}
              value={passphrase}
              disabled={disabled}
              autoFocus
              visible={visible}
              onVisibilityChange={setVisible}
              onChange={setPassphrase}
            />
          ) : (
            <CardsField
              text={t('custody.cardsText')}
              read={(text) => call('custody.readCard', { text })}
              cards={cards}
              disabled={disabled}
              onChange={setCards}
            />
          )}
          {failure && failedWay === way && <UnlockFailure error={failure} />}
          <Group justify="space-between">
            <Button
              variant="subtle"
              color="gray"
              disabled={busy}
              onClick={() => void call('vault.enter')}
            >
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={!isReady}>
              {wait > 0 ? t('unlock.wait', { count: wait }) : t('keyTask.openCustody.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  )
}
