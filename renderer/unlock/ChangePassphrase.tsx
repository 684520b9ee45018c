/** A change of passphrase, in a window of its own because the workspace never sees one. */
import { Button, Group, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { BridgeError } from '../../shared/contract/define.ts'
import { call } from '../shared/bridge/client.ts'
import { Note } from '../shared/components/Note.tsx'
import { useT } from '../shared/i18n/i18n.ts'
import { Card } from './Card.tsx'
import { CurrentSecret } from './keys/CurrentSecret.tsx'
import { NewPassphrase } from './passphrase/NewPassphrase.tsx'
import { useWait } from './useWait.ts'

export function ChangePassphrase() {
  const t = useT()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState<string>()
  const [state, setState] = useState<'typing' | 'busy' | 'done'>('typing')
  const [failure, setFailure] = useState<BridgeError>()
  const same = next !== undefined && next === current

  const wait = useWait(failure)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (state !== 'typing' || next === undefined || current === '' || same || wait > 0) return
    setState('busy')
    setFailure(undefined)
    const answer = await call('vault.changePassphrase', { current, next })
    setState(answer.ok ? 'done' : 'typing')
    if (answer.ok) setCurrent('')
    else setFailure(answer.error)
  }

  if (state === 'done') {
    return (
      <Card title={t('change.doneTitle')} text={t('change.doneText')}>
        <Stack gap="lg">
          <Note tone="caution">
            <p>{t('change.doneBackups')}</p>
          </Note>
          <Button size="md" onClick={() => void call('vault.enter')}>
            {t('change.close')}
          </Button>
        </Stack>
      </Card>
    )
  }

  const busy = state === 'busy'
  return (
    <Card title={t('change.title')} text={t('change.text')}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="lg">
          <CurrentSecret
            value={current}
            disabled={busy || wait > 0}
            autoFocus
            failure={failure}
            onChange={setCurrent}
          />
          <NewPassphrase
            label={t('passphrase.new')}
            disabled={busy}
            error={same ? t('change.sameAsCurrent') : undefined}
            onChange={setNext}
          />
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
              loading={busy}
              disabled={next === undefined || current === '' || same || wait > 0}
            >
              {wait > 0 ? t('unlock.wait', { count: wait }) : t('change.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  )
}
