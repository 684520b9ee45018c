/** Does with the keys what was asked for in the workspace, in a window that ends afterwards. */
import { Button, Center, Checkbox, Group, Loader, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { BridgeError } from '../../../shared/contract/define.ts'
import type { KeyTask } from '../../../shared/contract/keys.ts'
import { call } from '../../shared/bridge/client.ts'
import { useCall } from '../../shared/bridge/hooks.ts'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { Note } from '../../shared/components/Note.tsx'
import { useSlotName } from '../../shared/components/slotNames.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { Card } from '../Card.tsx'
import { KeepRecoveryCode } from '../create/KeepRecoveryCode.tsx'
import { NewPassphrase } from '../passphrase/NewPassphrase.tsx'
import { useWait } from '../useWait.ts'
import { CardFolder, type ChosenFolder } from './CardFolder.tsx'
import { CheckCard } from './CheckCard.tsx'
import { CloseButton } from './CloseButton.tsx'
import { CurrentSecret } from './CurrentSecret.tsx'
import { KeyFilePlace } from './KeyFilePlace.tsx'
import { OpenCustody } from './OpenCustody.tsx'

type Asked = NonNullable<CallOutput<'keys.task'>>

export function KeyTaskView() {
  const t = useT()
  const asked = useCall('keys.task', {})
  if (asked.isError) {
    return (
      <Card title={t('keyTask.gone')}>
        <Stack gap="md">
          <ErrorNote error={asked.error} />
          <CloseButton />
        </Stack>
      </Card>
    )
  }
  if (asked.data === undefined) {
    return (
      <Center h="100%">
        <Loader size="sm" aria-label={t('common.loading')} />
      </Center>
    )
  }
  if (asked.data === null) {
    return (
      <Card title={t('keyTask.gone')} text={t('keyTask.goneText')}>
        <CloseButton />
      </Card>
    )
  }
  const { task } = asked.data
  if (task.task === 'openCustody') return <OpenCustody task={task} />
  return task.task === 'checkCard' ? <CheckCard /> : <TaskForm asked={asked.data} />
}

function TaskForm({ asked }: { asked: Asked }) {
  const t = useT()
  const words = useTaskWords(asked)
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<BridgeError>()
  const [done, setDone] = useState<CallOutput<'keys.perform'>>()
  const [folder, setFolder] = useState<ChosenFolder>()
  const [also, setAlso] = useState(false)
  const wait = useWait(failure)
  const { task } = asked
  const writesCards = task.task === 'makeCards'
  const makesKeyFile = task.task === 'makeKeyFile'
  const mayAdd = writesCards && task.purpose === 'custodians'
  const asksForNew =
    task.task === 'addPassphrase' ||
    task.task === 'makeKeyFile' ||
    task.task === 'enableCustody' ||
    (mayAdd && also)
  const isReady =
    current !== '' &&
    (!asksForNew || next !== undefined) &&
    (!(writesCards || makesKeyFile) || folder !== undefined) &&
    wait === 0

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || !isReady) return
    setBusy(true)
    setFailure(undefined)
    const answer = await call('keys.perform', {
      current,
      ...(asksForNew && next !== undefined ? { next } : {}),
      ...(folder ? { folder: folder.token } : {}),
    })
    setBusy(false)
    if (!answer.ok) return setFailure(answer.error)
    setCurrent('')
    setNext(undefined)
    setDone(answer.value)
  }

  if (done?.recoveryCode) return <KeepRecoveryCode code={done.recoveryCode} within="keys" />
  if (done) {
    return (
      <Card title={words.done} text={words.doneText}>
        <Stack gap="lg">
          {asked.task.task === 'removeSlot' && (
            <Note tone="caution">
              <p>{t('keyTask.removeCopies')}</p>
            </Note>
          )}
          {done.cards && (
            <Note tone="caution" title={t('keyTask.cardsWritten', { ...done.cards })}>
              <p>{t('keyTask.cardsHandle')}</p>
              <p>{t('keyTask.cardsCheckEach')}</p>
            </Note>
          )}
          <CloseButton />
        </Stack>
      </Card>
    )
  }
  return (
    <Card wide title={words.title} text={words.text}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="lg">
          {asked.task.task === 'removeSlot' && (
            <Note tone="caution">
              <p>{t('keyTask.removeCopies')}</p>
            </Note>
          )}
          {asked.fingerprint && (
            <Note tone="info">
              <p>
                {t('keys.fingerprint')} <strong className="mono">{asked.fingerprint}</strong>
              </p>
            </Note>
          )}
          <CurrentSecret
            value={current}
            disabled={busy || wait > 0}
            autoFocus
            failure={failure}
            onChange={setCurrent}
          />
          {mayAdd && (
            <Checkbox
              label={t('keyTask.alsoPassphrase')}
              checked={also}
              disabled={busy}
              onChange={(event) => {
                setAlso(event.currentTarget.checked)
                setNext(undefined)
              }}
            />
          )}
          {asksForNew && (
            <NewPassphrase
              label={t(newPassphraseLabel(task))}
              disabled={busy}
              error={next !== undefined && next === current ? t('keyTask.same') : undefined}
              onChange={setNext}
            />
          )}
          {makesKeyFile && (
            <KeyFilePlace
              chosen={folder}
              disabled={busy}
              choose={() => call('keys.chooseKeyFilePlace', {})}
              onChoose={setFolder}
            />
          )}
          {writesCards && <CardFolder chosen={folder} disabled={busy} onChoose={setFolder} />}
          <Group justify="space-between">
            <Button
              variant="subtle"
              color="gray"
              disabled={busy}
              onClick={() => void call('vault.enter')}
            >
              {t('common.cancel')}
            </Button>
            <Button
              type="submit"
              color={asked.task.task === 'removeSlot' ? 'red' : 'tide'}
              loading={busy}
              disabled={!isReady || (next !== undefined && next === current)}
            >
              {wait > 0 ? t('unlock.wait', { count: wait }) : words.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  )
}

function newPassphraseLabel({ task }: KeyTask) {
  if (task === 'makeKeyFile') return 'keyTask.keyFilePassphrase'
  return task === 'addPassphrase' ? 'keyTask.added' : 'keyTask.secondPassphrase'
}

interface TaskWords {
  readonly title: string
  readonly text: string
  readonly submit: string
  readonly done: string
  readonly doneText: string
}

function useTaskWords({ task, slot }: Asked): TaskWords {
  const t = useT()
  const slotName = useSlotName()
  const words = (kind: Exclude<KeyTask['task'], 'checkCard'>, name: string): TaskWords => ({
    title: t(`keyTask.${kind}.title`, { name }),
    text: t(`keyTask.${kind}.text`, { name }),
    submit: t(`keyTask.${kind}.submit`),
    done: t(`keyTask.${kind}.done`),
    doneText: t(`keyTask.${kind}.doneText`, { name }),
  })
  if (task.task === 'addPassphrase')
    return words(task.task, slotName({ kind: 'passphrase', label: task.label }))
  if (task.task === 'addKeyFile' || task.task === 'makeKeyFile')
    return words(task.task, slotName({ kind: 'keyFile', label: task.label }))
  if (task.task === 'removeSlot') return words(task.task, slot ? slotName(slot) : '')
  if (task.task === 'makeCards')
    return words(task.task, t('custody.byCards', { k: task.k, n: task.holders.length }))
  // A check has a form of its own.
  return words(task.task === 'checkCard' ? 'retireCards' : task.task, '')
}
