/** An invented dossier document, as long as its people. */
import type { DossierDocument, DossierRequest } from '../../shared/dossier/document.ts'

export function inventedDossier(request: DossierRequest, state: string): DossierDocument {
  const line = (label: string, value: string) => ({ label, value })
  return {
    audience: request.audience,
    language: request.language,
    title: 'Persons deprived of liberty whose unconditional release is asked for',
    preamble: [
      line('List', request.listNumber || '7/2025'),
      line('Date', '23 November 2025'),
      line('Submitted by', 'Invented Documentation Centre, contact@example.org'),
      line('Asked', 'unconditional release; transfer to hospital where marked'),
    ],
    table: {
      columns: ['No.', 'Name', 'Date of birth', 'Status', 'Held at', 'Grounds'],
      rows: request.people.map((_, index) => [
        String(index + 1),
        index % 2
          ? 'Абляєв Ескендер Серверович'
          : 'Сейтмеметова-Кирим’ярська Ельведіна Абдурефіївна',
        '12.03.1971',
        'serving, colony',
        'IK-99, Invented region',
        index % 2 ? 'serious illness, urgent' : '60 or older',
      ]),
    },
    people: request.people.map((person, index) => ({
      person,
      title: index % 2 ? 'Ableyev Eskender' : 'Seitmemetova-Krymiarska Elvedina',
      sections: [
        {
          heading: 'Names',
          lines: [
            line('Russian, as in court papers', 'Сейтмеметова-Крымъярская Эльведина Абдурефиевна'),
            line('Ukrainian', 'Сейтмеметова-Кирим’ярська Ельведіна Абдурефіївна'),
            line('Crimean Tatar', 'Seyitmemetova-Qırımyarskaya Elvedina'),
            line('Turkish', 'Seytmemetova-Kırımyarskaya Elvedina'),
            line('Sex', 'female'),
          ],
        },
        {
          heading: 'Case',
          lines: [
            line('Charges', 'Art. 205.5 part 2 of the Criminal Code of the Russian Federation'),
            line('Court', 'Southern District Military Court, Rostov-on-Don'),
            line('Sentence', '13 years, of which 4 in prison'),
          ],
        },
        { heading: 'Held at', lines: [line('Since March 2024', 'IK-99, Invented region')] },
      ],
    })),
    footer: `List ${request.listNumber || '7/2025'}, copy for ${request.recipient || 'the recipient'}`,
    withheld: request.people.flatMap((person) => [
      { person, group: 'diagnosis' as const, field: 'diagnosis', why: 'audience' as const },
      { person, group: 'relatives' as const, field: 'relatives', why: 'audience' as const },
      {
        person,
        group: 'ethnicity_religion' as const,
        field: 'ethnicity',
        why: 'generalised' as const,
      },
      { person, group: 'photo' as const, field: 'photo', why: 'not_public' as const },
      { person, group: 'case' as const, field: 'court', why: 'confidentiality' as const },
    ]),
    opened: [],
    closedIdentities: 0,
    leaks:
      state === 'leak'
        ? [
            { person: request.people[0] ?? null, field: 'charges' },
            { person: null, field: 'recipient' },
          ]
        : [],
  }
}
