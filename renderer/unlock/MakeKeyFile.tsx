/**
 * Makes a key file for a vault that is somewhere else: the file stays with its holder, and only its public key, which is
 * no secret, goes to whoever has the vault.
 */
import { Button, Group, Stack } from '@mantine/core'
import { Check, Copy, FileText } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { CallOutput } from '../../shared/contract/contract.ts'
import type { BridgeError } from '../../shared/contract/define.ts'
import { call } from '../shared/bridge/client.ts'
import { ErrorNote } from '../shared/components/ErrorNote.tsx'
import { Note } from '../shared/components/Note.tsx'
import { copyText } from '../shared/copyText.ts'
import { useT } from '../shared/i18n/i18n.ts'
import classes from './Card.module.css'
import { Card } from './Card.tsx'
import type { ChosenFolder } from './keys/CardFolder.tsx'
import { KeyFilePlace } from './keys/KeyFilePlace.tsx'
import { NewPassphrase } from './passphrase/NewPassphrase.tsx'

export function MakeKeyFile({ onBack }: { onBack: () => void }) {
  const t = useT()
  const [passphrase, setPassphrase] = useState<string>()
  const [place, setPlace] = useState<ChosenFolder>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<BridgeError>()
  const [made, setMade] = useState<CallOutput<'keyFile.make'>>()
  const [copied, setCopied] = useState(false)
  const [saved, setSaved] = useState<string>()
  const isReady = passphrase !== undefined && place !== undefined

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || !isReady) return
    setBusy(true)
    setFailure(undefined)
    const answer = await call('keyFile.make', { place: place.token, passphrase })
    setBusy(false)
    if (!answer.ok) return setFailure(answer.error)
    setPassphrase(undefined)
    setMade(answer.value)
  }

  const save = async (publicKey: string) => {
    setFailure(undefined)
    const answer = await call('keyFile.savePublicKey', { publicKey })
    if (!answer.ok) return setFailure(answer.error)
    if (answer.value) setSaved(answer.value.name)
  }

  if (made) {
    return (
      <Card wide title={t('makeKeyFile.done')} text={t('makeKeyFile.doneText')}>
        <Stack gap="lg">
          <Stack gap="xs" align="flex-start">
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by the keyboard */}
            <code className={classes.publicKey} tabIndex={0} translate="no">
              {made.publicKey}
            </code>
            <Group gap="sm">
              <Button
                variant="default"
                leftSection={<FileText size={16} aria-hidden />}
                onClick={() => void save(made.publicKey)}
              >
                {t('makeKeyFile.save')}
              </Button>
              <Button
                variant="default"
                leftSection={
                  copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />
                }
                onClick={() => void copyText(made.publicKey).then(setCopied)}
              >
                {copied ? t('common.copied') : t('makeKeyFile.copy')}
              </Button>
            </Group>
            <p className={classes.saved} role="status">
              {saved !== undefined && t('makeKeyFile.saved', { name: saved })}
            </p>
            {failure && <ErrorNote error={failure} />}
          </Stack>
          <p className={classes.fingerprint}>
            {t('keys.fingerprint')} <strong className="mono">{made.fingerprint}</strong>
          </p>
          <Note tone="info">
            <p>{t('makeKeyFile.clipboard')}</p>
          </Note>
          <Button onClick={onBack}>{t('makeKeyFile.back')}</Button>
        </Stack>
      </Card>
    )
  }
  return (
    <Card wide title={t('makeKeyFile.title')} text={t('makeKeyFile.text')}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="lg">
          <NewPassphrase
            label={t('keyTask.keyFilePassphrase')}
            disabled={busy}
            onChange={setPassphrase}
          />
          <KeyFilePlace
            chosen={place}
            disabled={busy}
            choose={() => call('keyFile.choosePlace', {})}
            onChoose={setPlace}
          />
          {failure && <ErrorNote error={failure} />}
          <Group justify="space-between">
            <Button variant="subtle" color="gray" disabled={busy} onClick={onBack}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={!isReady}>
              {t('keyTask.makeKeyFile.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  )
}
