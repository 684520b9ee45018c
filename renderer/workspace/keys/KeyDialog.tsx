/** What the workspace asks before a key is changed: a name, a language, a public key; never a passphrase. */
import { Button, Group, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core'
import { FileText } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import {
  CODE_LANGUAGES,
  codeLanguageFor,
  type KeyTask,
  type Slot,
} from '../../../shared/contract/keys.ts'
import { LANGUAGE_FACTS } from '../../../shared/i18n/languages.ts'
import { useMutationCall } from '../../shared/bridge/hooks.ts'
import { Dialog } from '../../shared/components/Dialog.tsx'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { Note } from '../../shared/components/Note.tsx'
import { useSlotName } from '../../shared/components/slotNames.ts'
import { useLanguage, useT } from '../../shared/i18n/i18n.ts'
import classes from './Keys.module.css'

export type KeyWish =
  | { readonly wish: 'addPassphrase' | 'addKeyFile' | 'makeKeyFile' | 'newRecoveryCode' }
  | { readonly wish: 'rename' | 'remove'; readonly slot: Slot }

/** As many letters as always fit into the 53 bytes of a name: those of Cyrillic take two. */
const LABEL_LETTERS = 26

export function KeyDialog({ wish, onClose }: { wish: KeyWish; onClose: () => void }) {
  const t = useT()
  const slotName = useSlotName()
  const language = useLanguage()
  const [label, setLabel] = useState('slot' in wish ? wish.slot.label : '')
  const [publicKey, setPublicKey] = useState('')
  const [words, setWords] = useState(codeLanguageFor(language))
  const begin = useMutationCall('keys.begin', { onSuccess: onClose })
  const rename = useMutationCall('keys.rename', { onSuccess: onClose })
  const read = useMutationCall('keys.readPublicKey', {
    onSuccess: (chosen) => {
      if (!chosen) return
      begin.reset()
      setPublicKey(chosen.publicKey)
    },
  })
  const error = begin.error ?? rename.error ?? read.error

  const titles = {
    addPassphrase: () => t('keys.addPassphraseTitle'),
    addKeyFile: () => t('keys.addKeyFileTitle'),
    makeKeyFile: () => t('keys.makeKeyFileTitle'),
    newRecoveryCode: () => t('keys.newCodeTitle'),
    rename: () => t('keys.renameTitle'),
    remove: () => t('keys.removeTitle', { name: 'slot' in wish ? slotName(wish.slot) : '' }),
  }
  const task = (): KeyTask | undefined => {
    switch (wish.wish) {
      case 'addPassphrase':
        return { task: 'addPassphrase', label }
      case 'addKeyFile':
        return { task: 'addKeyFile', label, publicKey }
      case 'makeKeyFile':
        return { task: 'makeKeyFile', label }
      case 'newRecoveryCode':
        return { task: 'newRecoveryCode', language: words }
      case 'remove':
        return { task: 'removeSlot', slot: wish.slot.index }
      case 'rename':
        return undefined
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const asked = task()
    if (asked) begin.mutate(asked)
    else if (wish.wish === 'rename') rename.mutate({ slot: wish.slot.index, label })
  }
  const named = wish.wish !== 'remove' && wish.wish !== 'newRecoveryCode'

  return (
    <Dialog title={titles[wish.wish]()} onClose={onClose} size="lg">
      <form onSubmit={submit}>
        <Stack gap="md">
          {wish.wish === 'addPassphrase' && (
            <p className={classes.text}>{t('keys.addPassphraseText')}</p>
          )}
          {wish.wish === 'addKeyFile' && <p className={classes.text}>{t('keys.addKeyFileText')}</p>}
          {wish.wish === 'makeKeyFile' && (
            <p className={classes.text}>{t('keys.makeKeyFileText')}</p>
          )}
          {wish.wish === 'newRecoveryCode' && (
            <p className={classes.text}>{t('keys.newCodeText')}</p>
          )}
          {wish.wish === 'remove' && (
            <>
              {wish.slot.current && <p className={classes.text}>{t('keys.removeCurrent')}</p>}
              <Note tone="caution">
                <p>{t('keys.removeText')}</p>
                <p>{t('keys.removeRekey')}</p>
              </Note>
            </>
          )}
          {named && (
            <TextInput
              data-autofocus
              label={t('keys.label')}
              description={t('keys.labelHint')}
              value={label}
              maxLength={LABEL_LETTERS}
              rightSection={
                label.length > LABEL_LETTERS - 8 && (
                  <span className={classes.quiet}>
                    {label.length}/{LABEL_LETTERS}
                  </span>
                )
              }
              rightSectionWidth={56}
              onChange={(event) => setLabel(event.currentTarget.value)}
            />
          )}
          {wish.wish === 'addKeyFile' && (
            <Stack gap="xs" align="flex-start">
              <Textarea
                w="100%"
                label={t('keys.publicKey')}
                description={t('keys.publicKeyHint')}
                value={publicKey}
                autosize
                minRows={4}
                maxRows={8}
                spellCheck={false}
                maxLength={4096}
                onChange={(event) => setPublicKey(event.currentTarget.value)}
              />
              <Button
                variant="default"
                leftSection={<FileText size={16} aria-hidden />}
                loading={read.isPending}
                onClick={() => read.mutate({})}
              >
                {t('keys.publicKeyFromFile')}
              </Button>
            </Stack>
          )}
          {wish.wish === 'newRecoveryCode' && (
            <div>
              <span className={classes.label} id="code-language">
                {t('keys.codeLanguage')}
              </span>
              <SegmentedControl
                aria-labelledby="code-language"
                value={words}
                data={CODE_LANGUAGES.map((code) => ({
                  value: code,
                  label: LANGUAGE_FACTS[code].name,
                }))}
                onChange={setWords}
              />
            </div>
          )}
          {error && <ErrorNote error={error} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button
              type="submit"
              loading={begin.isPending || rename.isPending}
              disabled={wish.wish === 'addKeyFile' && publicKey.trim() === ''}
            >
              {wish.wish === 'rename' ? t('common.save') : t('keys.goOn')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
