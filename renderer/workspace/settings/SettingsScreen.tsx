/** Settings of this machine, and the facts of this vault. What is chosen is saved at once. */
import { Button, SegmentedControl, Select, Stack } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { LANGUAGES, type Settings } from '../../../shared/contract/session.ts'
import { useCall, useMutationCall } from '../../shared/bridge/hooks.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { Note } from '../../shared/components/Note.tsx'
import { Page, Panel } from '../../shared/components/Page.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { LANGUAGE_NAMES } from '../../shared/languageNames.ts'
import classes from './Settings.module.css'
import { Shortcuts } from './Shortcuts.tsx'
import { useOwnOrganisation } from './useOwnOrganisation.ts'
import { VaultFacts } from './VaultFacts.tsx'

const THEMES = ['light', 'dark', 'system'] as const satisfies readonly Settings['theme'][]
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
  const minutes = [...new Set([...IDLE_MINUTES, settings.idleLockMinutes])].sort((a, b) => a - b)
  return (
    <>
      {error && <ErrorNote error={error} />}
      <Panel title={t('settings.appearance')}>
        <Stack gap="md">
          <Select
            className={classes.narrow ?? ''}
            label={t('settings.language')}
            value={settings.language}
            data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            onChange={(language) => language && mutate({ language })}
          />
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
