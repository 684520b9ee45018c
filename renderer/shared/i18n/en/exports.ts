/** Words of the dialog that takes lists and figures out of the vault as tables. */
export const exports = {
  open: 'Export…',
  title: 'Export as a table',
  reader: 'For whom',
  readerHint: 'Decides what is left out.',
  readerNone: 'Choose who will read it, and see what they will get.',
  team: 'Our own team',
  format: 'Format',
  delimiter: 'Delimiter',
  comma: 'Comma',
  semicolon: 'Semicolon',
  tab: 'Tab',
  columns: 'Columns',
  listed: 'As in the list',
  all: 'Every field',
  size: 'Rows: {{rows}}. Columns: {{columns}}.',
  sample: 'The first rows',
  leftOut: 'Left out, and why',
  leftOutNone: 'Nothing is left out: all that is recorded may be read by them.',
  cells: 'values: {{cells}}',
  whole: 'no such column',
  empty: 'No column either, with nothing recorded ({{number}}): {{names}}',
  smallGroup: 'Groups under five people, and numbers from which they could be computed',
  nothingTitle: 'There is nothing that they may read',
  nothingText: 'No column of this list is for them.',
  leakTitle: 'Nothing can be exported yet',
  leakText:
    'Something protected stands in the text: a name, a code name or an address. Where, is said below; what, is not shown.',
  leakMore: 'More places: {{number}}',
  closedTitle: 'Witnesses’ names could not be searched for',
  closedText:
    'Identities in the closed compartment: {{number}}. Nobody knows whether a name of theirs stands in this table. Open the compartment to export it.',
  untoldTitle: 'Not in the table, so that it does not tell too much: {{number}}',
  untoldText:
    'These records are in the list by something that this reader may not be told: a value it is narrowed by, or words that were searched for. That they stand there would say it.',
  untoldAll:
    'Nothing is left to export. Narrow the list by something that this reader may be told, or take the filter off.',
  shortened:
    'Cells that are cut, because a cell of a workbook holds no more than 32,767 characters: {{cells}}. CSV holds them whole.',
  plain: 'The file is not encrypted. Whoever gets hold of it reads all of it.',
  save: 'Save the table…',
  blocked: 'Blocked until nothing protected stands in the text',
  job: 'Exporting a table',
  doneTitle: 'The table is saved',
  doneText:
    'Rows: {{rows}}. The file is not encrypted. What was exported, for whom and its checksum are recorded in the vault.',
  doneRecord: 'Open its record',
} as const
