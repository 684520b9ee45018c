/** A table before it is exported, for looking at the dialog. */
import type { CallInput, CallOutput } from '../../shared/contract/contract.ts'

const ROWS = [
  ['Вигаданенко Емір-Усеїн Серверович', 'Vyhadanenko Emir-Usein', 'serving, colony', '1980-02-03'],
  ['Зразковий Айдер', '', 'remand (SIZO)', '1971'],
  ['Пробний-Довгопрізвищний Сейтвелі', 'Seytveli Probniy', 'on trial', ''],
]

export function inventedTable(
  { of }: CallInput<'export.preview'>['subject'],
  state: string,
): CallOutput<'export.preview'> {
  const isLeak = state === 'leak'
  return {
    rows: of === 'figures' ? 41 : 248,
    columns: ['Names (Ukrainian)', 'Names (English)', 'Status', 'Date of birth'],
    sample: ROWS,
    leftOut: [
      { field: 'religion', heading: 'Religion', why: 'audience', cells: 120, whole: true },
      { field: 'address', heading: 'Address', why: 'audience', cells: 0, whole: true },
      {
        field: 'healthCategory',
        heading: 'Humanitarian grounds',
        why: 'confidentiality',
        cells: 7,
        whole: false,
      },
    ],
    leaks: isLeak ? [{ record: null, title: 'Зразковий Айдер', heading: 'Court' }] : [],
    leakCount: isLeak ? 1 : 0,
    untold: 0,
    closedIdentities: 0,
    shortened: 0,
  }
}
