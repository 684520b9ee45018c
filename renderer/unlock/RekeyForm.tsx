/**
 * Re-keying a vault that is closed: what opens it now, a new passphrase, and then waiting, with a way to stop. In the
 * end the new vault is open and its recovery code is shown.
 */
import { Button, Group, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CallOutput } from '../../shared/contract/contract.ts'
import type { BridgeError } from '../../shared/contract/define.ts'
import type { ChosenVault } from '../../shared/contract/session.ts'
import { call } from '../shared/bridge/client.ts'
import { Note } from '../shared/components/Note.tsx'
import { useFormats } from '../shared/format/useFormats.ts'
import { useT } from '../shared/i18n/i18n.ts'
import { displayName } from '../shared/vaultName.ts'
import { Card } from './Card.tsx'
import { KeepRecoveryCode } from './create/KeepRecoveryCode.tsx'
import { CurrentSecret } from './keys/CurrentSecret.tsx'
import { NewPassphrase } from './passphrase/NewPassphrase.tsx'
import { RekeyCutOff } from './RekeyCutOff.tsx'
import { useProgress } from './useProgress.ts'
import { useWait } from './useWait.ts'
import { WorkProgress } from './WorkProgress.tsx'

type Done = CallOutput<'vault.rekey'>

interface RekeyFormProps {
  readonly vault: ChosenVault
  /** Says whether something of it is left to be gone on with. */
  readonly onBack: (cutOff: boolean) => void
}

export function RekeyForm({ vault, onBack }: RekeyFormProps) {
  const t = useT()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<BridgeError>()
  const [done, setDone] = useState<Done>()
  const [cutOff, setCutOff] = useState(vault.rekeyCutOff)
  const progress = useProgress('rekeying', busy)
  const wait = useWait(failure)
  const same = next !== undefined && next === current
  const isReady = current !== '' && next !== undefined && !same && wait === 0

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || !isReady || next === undefined) return
    setBusy(true)
    setFailure(undefined)
    const answer = await call('vault.rekey', { folder: vault.token, current, next })
    setBusy(false)
    if (!answer.ok) {
      // Whoever cancels does not want the rest; a wrong passphrase began nothing.
      if (answer.error.code === 'cancelled') setCutOff(false)
      return setFailure(answer.error)
    }
    setCurrent('')
    setNext(undefined)
    setDone(answer.value)
  }

  if (done) return <Rekeyed done={done} />
  return (
    <Card wide title={t('rekey.title')} text={t('rekey.text', { name: displayName(vault.name) })}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="lg">
          {!busy && cutOff && (
            <RekeyCutOff
              token={vault.token}
              disabled={wait > 0}
              onDiscarded={() => setCutOff(false)}
            />
          )}
          {!busy && !cutOff && (
            <Note tone="info">
              <p>{t('rekey.keeps')}</p>
              <p>{t('rekey.loses')}</p>
              <p>{t('rekey.time')}</p>
            </Note>
          )}
          <CurrentSecret
            value={current}
            disabled={busy || wait > 0}
            autoFocus
            failure={failure}
            onChange={setCurrent}
          />
          {!busy && (
            <NewPassphrase
              label={t(cutOff ? 'rekey.nextSame' : 'rekey.next')}
              known={cutOff}
              error={same ? t('rekey.same') : undefined}
              onChange={setNext}
            />
          )}
          {busy && (
            <WorkProgress label={t('rekey.working')} progress={progress} unit="bytes">
              <Button
                variant="default"
                size="compact-xs"
                onClick={() => void call('vault.cancelRekey')}
              >
                {t('common.cancel')}
              </Button>
            </WorkProgress>
          )}
          {!busy && (
            <Group justify="space-between">
              <Button variant="subtle" color="gray" onClick={() => onBack(cutOff)}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" disabled={!isReady}>
                {wait > 0
                  ? t('unlock.wait', { count: wait })
                  : t(cutOff ? 'rekey.goOnNow' : 'rekey.submit')}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Card>
  )
}

function Rekeyed({ done }: { done: Done }) {
  const t = useT()
  const formats = useFormats()
  const lost = (['passphrases', 'keyFiles', 'shares'] as const).flatMap((kind) =>
    done.notKept[kind] > 0 ? [t(`rekey.${kind}`, { count: done.notKept[kind] })] : [],
  )
  const what = formats.all(lost)
  return (
    <KeepRecoveryCode
      code={done.recoveryCode}
      within="rekey"
      text={t('rekey.codeText', { before: done.before })}
      steps={
        lost.length > 0 && (
          <Note tone="caution" title={t('rekey.lost')}>
            <p>{t('rekey.lostText', { what })}</p>
          </Note>
        )
      }
    />
  )
}
