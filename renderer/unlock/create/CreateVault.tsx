/** The first start in three steps: a place, a passphrase, the recovery code; then straight to the first person. */
import { useState } from 'react'
import type { ChosenVault } from '../../../shared/contract/session.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { ChoosePassphrase } from './ChoosePassphrase.tsx'
import { ChoosePlace } from './ChoosePlace.tsx'
import classes from './Create.module.css'
import { KeepRecoveryCode } from './KeepRecoveryCode.tsx'

type Step =
  | { readonly at: 'place' }
  | { readonly at: 'passphrase' }
  | { readonly at: 'recovery'; readonly code: string }

const STEPS = ['place', 'passphrase', 'recovery'] as const

export function CreateVault({ onBack }: { onBack: () => void }) {
  const [place, setPlace] = useState<ChosenVault>()
  const [step, setStep] = useState<Step>({ at: 'place' })
  const steps = <Steps at={step.at} />

  if (step.at === 'recovery')
    return <KeepRecoveryCode code={step.code} steps={steps} within="create" />
  if (step.at === 'passphrase' && place) {
    return (
      <ChoosePassphrase
        place={place}
        steps={steps}
        onBack={() => setStep({ at: 'place' })}
        onMade={(code) => setStep({ at: 'recovery', code })}
      />
    )
  }
  return (
    <ChoosePlace
      place={place}
      steps={steps}
      onChoose={setPlace}
      onBack={onBack}
      onNext={() => setStep({ at: 'passphrase' })}
    />
  )
}

function Steps({ at }: { at: Step['at'] }) {
  const t = useT()
  const current = STEPS.indexOf(at)
  return (
    <ol className={classes.steps} aria-label={t('create.step', { step: current + 1 })}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={classes.step}
          data-state={index < current ? 'done' : index === current ? 'current' : 'ahead'}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className={classes.stepNumber}>{index + 1}</span>
          <span className={classes.stepName}>{t(`create.stepNames.${step}`)}</span>
        </li>
      ))}
    </ol>
  )
}
