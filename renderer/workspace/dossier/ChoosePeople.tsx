/** Step 1: the people on the list, its reader, language, number and recipient. */
import { Button, Select, Stack, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { ArrowRight, UsersRound } from 'lucide-react'
import { AUDIENCES } from '../../../shared/dossier/audience.ts'
import { DOSSIER_LANGUAGES } from '../../../shared/dossier/document.ts'
import { useCall } from '../../shared/bridge/hooks.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { EmptyState } from '../../shared/components/EmptyState.tsx'
import { Note } from '../../shared/components/Note.tsx'
import { Page, Panel } from '../../shared/components/Page.tsx'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { useOwnOrganisation } from '../settings/useOwnOrganisation.ts'
import { ChosenPeople } from './ChosenPeople.tsx'
import classes from './Dossier.module.css'
import type { Choice } from './DossierComposer.tsx'
import { PeoplePicker } from './PeoplePicker.tsx'

interface ChoosePeopleProps {
  readonly choice: Choice
  readonly onChange: (choice: Choice) => void
  readonly onPreview: () => void
}

export function ChoosePeople({ choice, onChange, onPreview }: ChoosePeopleProps) {
  const t = useT()
  const anybody = useCall('records.list', { kind: 'person', limit: 1 })
  return (
    <Page
      width="full"
      title={t('dossier.newTitle')}
      subtitle={t('dossier.newSubtitle')}
      actions={
        <Button
          disabled={choice.people.size === 0}
          rightSection={<ArrowRight size={17} aria-hidden />}
          onClick={onPreview}
        >
          {t('dossier.preview')}
        </Button>
      }
    >
      <Answer query={anybody}>
        {({ total }) =>
          total === 0 ? (
            <Panel>
              <EmptyState
                icon={UsersRound}
                title={t('dossier.nobodyTitle')}
                action={
                  <Button renderRoot={(props) => <Link to="/people/new" {...props} />}>
                    {t('dossier.nobodyAction')}
                  </Button>
                }
              >
                {t('dossier.nobodyText')}
              </EmptyState>
            </Panel>
          ) : (
            <div className={classes.choose}>
              <PeoplePicker
                chosen={choice.people}
                onChange={(people) => onChange({ ...choice, people })}
              />
              <ReaderPanel choice={choice} onChange={onChange} />
            </div>
          )
        }
      </Answer>
    </Page>
  )
}

function ReaderPanel({ choice, onChange }: Omit<ChoosePeopleProps, 'onPreview'>) {
  const t = useT()
  const labels = useLabels()
  return (
    <div className={classes.side}>
      <Panel title={t('dossier.chosen')}>
        <ChosenPeople
          people={choice.people}
          onChange={(people) => onChange({ ...choice, people })}
        />
      </Panel>
      <Panel>
        <Stack gap="md">
          <Select
            label={t('dossier.audience')}
            description={t('dossier.audienceHint')}
            value={choice.audience}
            data={AUDIENCES.map((value) => ({ value, label: labels.audiences[value] }))}
            onChange={(audience) => audience && onChange({ ...choice, audience })}
          />
          <Select
            label={t('dossier.language')}
            value={choice.language}
            data={DOSSIER_LANGUAGES.map((value) => ({
              value,
              label: labels.dossierLanguages[value],
            }))}
            onChange={(language) => language && onChange({ ...choice, language })}
          />
          {choice.language === 'crh' && (
            <Note tone="info">
              <p>{t('dossier.proposals')}</p>
            </Note>
          )}
          <TextInput
            label={t('dossier.listNumber')}
            value={choice.listNumber}
            maxLength={50}
            onChange={(event) => onChange({ ...choice, listNumber: event.currentTarget.value })}
          />
          <TextInput
            label={t('dossier.recipient')}
            description={t('dossier.recipientHint')}
            value={choice.recipient}
            maxLength={300}
            onChange={(event) => onChange({ ...choice, recipient: event.currentTarget.value })}
          />
          <OwnContactNote />
        </Stack>
      </Panel>
    </div>
  )
}

/** A dossier without an address to answer to is a dead end for its reader. */
function OwnContactNote() {
  const t = useT()
  const own = useOwnOrganisation()
  if (own.state === 'loading' || own.state === 'complete') return null
  return (
    <Note tone="caution" title={t('dossier.noContactTitle')}>
      <p>{t('dossier.noContact')}</p>
      {own.state === 'none' ? (
        <Link to="/organisations/new" className={classes.noteLink ?? ''}>
          {t('dossier.noContactAction')}
        </Link>
      ) : (
        <Link to="/organisations/$id" params={{ id: own.id }} className={classes.noteLink ?? ''}>
          {t('settings.organisationOpen')}
        </Link>
      )}
    </Note>
  )
}
