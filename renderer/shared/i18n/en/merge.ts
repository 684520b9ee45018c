/** Words of merging two records of one person. */
export const merge = {
  begin: 'Same person as…',
  title: 'Two records of one person',
  text: 'What the other record says is said again of {{name}}, each statement with its source; what disagrees stands side by side. The other record is then found here only. It can be taken apart again at any time.',
  other: 'The other record',
  self: 'That is this very record.',
  merge: 'Merge',
  done: 'Merged. It can be taken apart again on this page.',
  merged: 'Merged from',
  takeApart: 'Take apart',
  apart: 'Taken apart. Both records are as they were.',
  goneTitle: 'This record was merged into another one',
  goneText: 'Lists and searches show the other one, which says everything that stands here.',
  open: 'Open the other one',
} as const
