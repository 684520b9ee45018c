/** Settings of this machine, and the facts of this vault. What is chosen is saved at once. */
import { Button, SegmentedControl, Select, Stack } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Settings } from '../../../shared/contract/session.ts'
import { LANGUAGES, languageFacts } from '../../../shared/i18n/languages.ts'
import { useCall, useMutationCall } from '../../shared/bridge/hooks.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { LanguageDraft } from '../../shared/components/LanguageDraft.tsx'
import { Note } from '../../shared/components/Note.tsx'
import { Page, Panel } from '../../shared/components/Page.tsx'
import { numberFormatter } from '../../shared/format/intl.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './Settings.module.css'
import { Shortcuts } from './Shortcuts.tsx'
import { useOwnOrganisation } from './useOwnOrganisation.ts'
import { VaultFacts } from './VaultFacts.tsx'

const THEMES = ['light', 'dark', 'system'] as const satisfies readonly Settings['theme'][]
const ZOOMS = [50, 75, 90, 100, 110, 125, 150, 175, 200] as const
const IDLE_MINUTES = [1, 2, 5, 10, 15, 30, 60, 120] as const

export function SettingsScreen() {
  const t = useT()
  const settings = useCall('settings.get', {})
  return (
    <Page title={t('settings.title')} width="text">
      <Answer query={settings}>{(current) => <Choices settings={current} />}</Answer>
      <PassphrasePanel />
      <OrganisationPanel />
      <FieldsPanel />
      <Panel title={t('settings.vault')}>
        <VaultFacts />
      </Panel>
      <Panel title={t('settings.keys')}>
        <Shortcuts />
      </Panel>
    </Page>
  )
}

function Choices({ settings }: { settings: Settings }) {
  const t = useT()
  const { mutate, error } = useMutationCall('settings.set', {
    onSuccess: (saved, _input, _result, { client }) =>
      client.setQueryData(['settings.get', {}], saved),
  })
  // A value that was set elsewhere, by hand or by an older program, stays in the list.
  const zooms = [...new Set([...ZOOMS, settings.zoom])].sort((a, b) => a - b)
  const percent = numberFormatter(settings.language, { style: 'percent' })
  const minutes = [...new Set([...IDLE_MINUTES, settings.idleLockMinutes])].sort((a, b) => a - b)
  return (
    <>
      {error && <ErrorNote error={error} />}
      <Panel title={t('settings.appearance')}>
        <Stack gap="md">
          <Stack gap={6}>
            <Select
              className={classes.narrow ?? ''}
              label={t('settings.language')}
              value={settings.language}
              data={LANGUAGES.map((value) => ({ value, label: languageFacts(value).name }))}
              onChange={(language) => language && mutate({ language })}
              maxDropdownHeight={400}
              renderOption={({ option }) => <LanguageOption language={option.value} />}
            />
            <LanguageDraft language={settings.language} />
          </Stack>
          <div>
            <span className={classes.label} id="settings-theme">
              {t('settings.theme')}
            </span>
            <SegmentedControl
              aria-labelledby="settings-theme"
              value={settings.theme}
              data={THEMES.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
              onChange={(theme) => mutate({ theme })}
            />
          </div>
          <Select
            className={classes.narrow ?? ''}
            label={t('settings.zoom')}
            value={String(settings.zoom)}
            data={zooms.map((zoom) => ({ value: String(zoom), label: percent.format(zoom / 100) }))}
            onChange={(zoom) => zoom && mutate({ zoom: Number(zoom) })}
          />
        </Stack>
      </Panel>
      <Panel title={t('settings.locking')}>
        <Select
          className={classes.narrow ?? ''}
          label={t('settings.idle')}
          description={t('settings.idleHint')}
          value={String(settings.idleLockMinutes)}
          data={minutes.map((count) => ({
            value: String(count),
            label: t('settings.minutes', { count }),
          }))}
          onChange={(count) => count && mutate({ idleLockMinutes: Number(count) })}
        />
      </Panel>
    </>
  )
}

/** A name in the language itself, and under it what is to be known of its words. */
function LanguageOption({ language }: { language: Settings['language'] }) {
  return (
    <div lang={language}>
      {languageFacts(language).name}
      <LanguageDraft language={language} />
    </div>
  )
}

function PassphrasePanel() {
  const t = useT()
  const { data: info } = useCall('session.info', {})
  const { mutate, error, isPending } = useMutationCall('session.openPassphraseWindow')
  return (
    <Panel title={t('settings.passphrase')}>
      <Stack gap="sm" align="flex-start">
        {info?.openedWith === 'recovery' && (
          <Note tone="caution">
            <p>{t('settings.passphraseRecovery')}</p>
          </Note>
        )}
        <p className={classes.text}>{t('settings.passphraseText')}</p>
        <Button variant="default" loading={isPending} onClick={() => mutate({})}>
          {t('settings.passphraseChange')}
        </Button>
        {error && <ErrorNote error={error} />}
      </Stack>
    </Panel>
  )
}

function FieldsPanel() {
  const t = useT()
  return (
    <Panel title={t('settings.fields')}>
      <Stack gap="sm" align="flex-start">
        <p className={classes.text}>{t('settings.fieldsText')}</p>
        <Button variant="default" renderRoot={(props) => <Link to="/settings/fields" {...props} />}>
          {t('settings.fieldsOpen')}
        </Button>
      </Stack>
    </Panel>
  )
}

function OrganisationPanel() {
  const t = useT()
  const own = useOwnOrganisation()
  return (
    <Panel title={t('settings.organisation')}>
      <Stack gap="sm" align="flex-start">
        <p className={classes.text}>{t('settings.organisationText')}</p>
        {own.state === 'none' && (
          <>
            <p className={classes.text}>{t('settings.organisationNone')}</p>
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/organisations/new" {...props} />}
            >
              {t('settings.organisationAdd')}
            </Button>
          </>
        )}
        {(own.state === 'complete' || own.state === 'no_contact') && (
          <>
            <p className={classes.organisation}>
              <strong>{own.title}</strong>
              <br />
              {own.contact ?? t('settings.organisationNoContact')}
            </p>
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link to="/organisations/$id" params={{ id: own.id }} {...props} />
              )}
            >
              {t('settings.organisationOpen')}
            </Button>
          </>
        )}
      </Stack>
    </Panel>
  )
}
