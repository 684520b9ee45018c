/** The section on the proceedings: what is imputed, by which court, with what outcome. */
import { chargeInWords } from '../../../shared/dossier/charges.ts'
import { courtInWords } from '../../../shared/dossier/courts.ts'
import { dateInWords } from '../../../shared/dossier/dates.ts'
import type { DossierWords } from '../../../shared/dossier/words.ts'
import type { Sentence } from '../../../shared/model/values.ts'
import type { ClearedProceeding } from './gather.ts'
import type { Sheet } from './sheet.ts'

export function writeProceedings(sheet: Sheet): void {
  const { words, data, context } = sheet
  const { person, case: itsCase } = data
  const { language, audience } = context
  sheet.put('proceedings', 'case.label', words.caseFields.label, itsCase?.one('label'))
  sheet.put('proceedings', 'case.caseNumber', words.caseFields.number, itsCase?.one('caseNumber'))
  const stage = itsCase?.one('stage')
  if (stage)
    sheet.putFixed(
      'proceedings',
      'case.stage',
      words.caseFields.stage,
      words.caseFields.stages[stage],
    )

  // The case speaks for its defendants where their own records are silent; what both say is said once.
  const charges = [...person.all('charges'), ...(itsCase?.all('charges') ?? [])]
  for (const charge of new Set(charges.map((one) => chargeInWords(language, one))))
    sheet.put('proceedings', 'charges', words.fields.charges, charge)
  const courts = new Map(
    [...person.all('court'), ...(itsCase?.all('court') ?? [])].map((recorded) => {
      const { text, known } = courtInWords(language, audience, recorded)
      return [text, known] as const
    }),
  )
  for (const [court, known] of courts) {
    if (known) sheet.putFixed('proceedings', 'court', words.fields.court, court)
    else sheet.put('proceedings', 'court', words.fields.court, court)
  }

  const verdict = person.one('verdictDate')
  if (verdict)
    sheet.putFixed(
      'proceedings',
      'verdictDate',
      words.fields.verdictDate,
      dateInWords(words, verdict),
    )
  const sentence = person.one('sentence')
  if (sentence)
    sheet.put('proceedings', 'sentence', words.fields.sentence, sentenceInWords(words, sentence))
  const end = person.one('termEnd')
  if (end) sheet.putFixed('proceedings', 'termEnd', words.fields.termEnd, dateInWords(words, end))
  const judges = itsCase?.all('judges') ?? []
  sheet.put('proceedings', 'case.judges', words.caseFields.judges, judges.join(', '))
  for (const one of data.proceedings) writeStage(sheet, one)
  sheet.putText('proceedings', 'lawyer')
}

/** One stage before one court: "appeal: Southern District Military Court, no. 55-1/2021, 3 May 2021 – 5 June 2021, upheld". */
function writeStage(sheet: Sheet, { proceeding, isAlone }: ClearedProceeding) {
  const { words, context } = sheet
  const { caseFields } = words
  const [stage, outcome, court] = [
    proceeding.one('stage'),
    proceeding.one('outcome'),
    proceeding.one('court'),
  ]
  const dates = [proceeding.one('openedOn'), proceeding.one('decidedOn')]
    .filter((date) => date !== undefined)
    .map((date) => dateInWords(words, date))
  // Of several defendants nobody knows whose it is.
  const sentence = isAlone ? proceeding.one('sentence') : undefined
  const told = [
    court && courtInWords(context.language, context.audience, court).text,
    proceeding.one('number'),
    dates.join(' – '),
    outcome && caseFields.outcomes[outcome],
    sentence && sentenceInWords(words, sentence),
  ].filter(Boolean)
  const value = [stage && caseFields.stages[stage], told.join(', ')].filter(Boolean).join(': ')
  sheet.put('proceedings', 'proceeding.stage', caseFields.stage, value)
  const judges = proceeding.all('judges').join(', ')
  sheet.put('proceedings', 'proceeding.judges', caseFields.judges, judges)
  const prosecutors = proceeding.all('prosecutors').join(', ')
  sheet.put('proceedings', 'proceeding.prosecutors', caseFields.prosecutors, prosecutors)
}

/** "13 years 6 months, strict-regime colony, of these the first 5 years in prison". */
function sentenceInWords(words: DossierWords, sentence: Sentence): string {
  const { years, months, regime, prisonYears, note } = sentence
  const length = [years > 0 ? words.years(years) : '', months > 0 ? words.months(months) : '']
  const time = length.filter(Boolean).join(' ')
  const place = regime && regime !== 'unknown' ? words.regimes[regime] : ''
  const inPrison = prisonYears !== undefined && prisonYears > 0 ? words.years(prisonYears) : ''
  return [time, place, inPrison && words.firstYearsInPrison(inPrison), note ?? '']
    .filter(Boolean)
    .join(', ')
}
