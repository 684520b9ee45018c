/** What a new set of share cards opens, how many are needed together, and who keeps each. Nothing secret is typed here. */
import {
  ActionIcon,
  Button,
  Group,
  NumberInput,
  Radio,
  Select,
  Stack,
  TextInput,
} from '@mantine/core'
import { Plus, X } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import type { CustodyStatus } from '../../../shared/contract/custody.ts'
import {
  CARDS_AT_LEAST,
  CARDS_AT_MOST,
  HOLDER_LETTERS,
  type NewCards,
} from '../../../shared/contract/shares.ts'
import { CARD_LANGUAGES, type CardLanguage } from '../../../shared/shares/languages.ts'
import { useMutationCall } from '../../shared/bridge/hooks.ts'
import { Dialog } from '../../shared/components/Dialog.tsx'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { Note } from '../../shared/components/Note.tsx'
import { useLanguage, useT } from '../../shared/i18n/i18n.ts'
import { CARD_LANGUAGE_NAMES } from './cardLanguages.ts'
import classes from './Keys.module.css'

interface Row {
  /** Of the row, so that taking one away does not move what is typed in the others. */
  readonly key: number
  readonly name: string
  readonly language: CardLanguage
}

interface NewCardsDialogProps {
  readonly custody: CustodyStatus
  readonly full: boolean
  /** Chosen when the dialog opens. */
  readonly purpose?: NewCards['purpose']
  onClose(): void
}

export function NewCardsDialog({ custody, full, purpose: first, onClose }: NewCardsDialogProps) {
  const t = useT()
  const heading = useId()
  const language = useLanguage()
  const [purpose, setPurpose] = useState(first ?? (full ? 'custodians' : 'vault'))
  const [k, setK] = useState(2)
  const [rows, setRows] = useState<readonly Row[]>(() =>
    [0, 1, 2].map((key) => ({ key, name: '', language })),
  )
  const begin = useMutationCall('keys.begin', { onSuccess: onClose })
  const n = rows.length
  const needed = Math.min(k, n)
  const change = (at: number, part: Partial<Row>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const holders = rows.map(({ name, language: read }) => ({ name: name.trim(), language: read }))
    begin.mutate({ task: 'makeCards', purpose, k: needed, holders })
  }

  return (
    <Dialog title={t('cards.newTitle')} onClose={onClose} size="lg" closeOnClickOutside={false}>
      <form onSubmit={submit}>
        <Stack gap="lg">
          <Radio.Group
            label={t('cards.what')}
            value={purpose}
            onChange={(value) => setPurpose(value === 'custodians' ? 'custodians' : 'vault')}
          >
            <Stack gap="xs" mt={6}>
              <Radio
                value="vault"
                disabled={full}
                label={t('cards.purpose.vault')}
                description={full ? t('keys.full') : t('cards.whatVault')}
              />
              <Radio
                value="custodians"
                label={t('cards.purpose.custodians')}
                description={t('cards.whatCustodians')}
              />
            </Stack>
          </Radio.Group>
          {purpose === 'custodians' && custody.mode === 'custodian' && (
            <Note tone="caution">
              <p>{t('cards.whatCustodiansAnew')}</p>
              {!custody.isOpen && <p>{t('cards.openFirst')}</p>}
            </Note>
          )}
          <fieldset className={classes.holders} aria-describedby={`${heading}-hint`}>
            <legend className={classes.legend}>{t('cards.holders')}</legend>
            <p className={classes.quiet} id={`${heading}-hint`}>
              {t('cards.holdersHint')}
            </p>
            {rows.map((row, at) => (
              <div key={row.key} className={classes.holder}>
                <span className={classes.number} aria-hidden>
                  {at + 1}
                </span>
                <TextInput
                  aria-label={t('cards.holder', { number: at + 1 })}
                  value={row.name}
                  maxLength={HOLDER_LETTERS}
                  autoComplete="off"
                  {...(at === 0 ? { 'data-autofocus': true } : {})}
                  onChange={(event) => change(at, { name: event.currentTarget.value })}
                />
                <Select
                  aria-label={t('cards.language', { number: at + 1 })}
                  allowDeselect={false}
                  value={row.language}
                  data={CARD_LANGUAGES.map((code) => ({
                    value: code,
                    label: CARD_LANGUAGE_NAMES[code],
                  }))}
                  onChange={(value) => {
                    const read = CARD_LANGUAGES.find((code) => code === value)
                    if (read) change(at, { language: read })
                  }}
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('cards.removeHolder', { number: at + 1 })}
                  disabled={n <= CARDS_AT_LEAST}
                  onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
                >
                  <X size={16} aria-hidden />
                </ActionIcon>
              </div>
            ))}
            <Button
              variant="default"
              size="xs"
              className={classes.addHolder ?? ''}
              leftSection={<Plus size={16} aria-hidden />}
              disabled={n >= CARDS_AT_MOST}
              onClick={() => {
                const key = Math.max(...rows.map((row) => row.key)) + 1
                setRows([...rows, { key, name: '', language: rows.at(-1)?.language ?? language }])
              }}
            >
              {t('cards.addHolder')}
            </Button>
          </fieldset>
          <NumberInput
            className={classes.needed ?? ''}
            label={t('cards.needed')}
            description={
              needed === n
                ? t('cards.neededAll', { n })
                : t('cards.neededHint', { k: needed, n, spare: n - needed })
            }
            inputWrapperOrder={['label', 'input', 'description']}
            value={needed}
            min={CARDS_AT_LEAST}
            max={n}
            clampBehavior="strict"
            allowDecimal={false}
            allowNegative={false}
            onChange={(value) => setK(Math.max(CARDS_AT_LEAST, Number(value) || CARDS_AT_LEAST))}
          />
          {begin.error && <ErrorNote error={begin.error} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={begin.isPending}>
              {t('keys.goOn')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
