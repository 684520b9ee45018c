/** Share cards and the custody of the witness compartment, on the screen of the keys and in the frame around all. */
export const cards = {
  title: 'Share cards',
  teachTitle: 'A key held by several people',
  teach:
    'A key is split into printed cards, one for each person you trust. One card alone opens nothing; enough of them together open what they were made for. For the vault that is a way back in when a passphrase is lost. For the witnesses’ identities it means that nobody can be forced to open them alone.',
  make: 'Make cards…',
  check: 'Check a card…',
  retire: 'Retire…',
  retireNamed: 'Retire: {{name}}',
  purpose: {
    vault: 'Opens the vault',
    custodians: 'Guards the witnesses’ identities',
  },
  setMade: 'Made {{ago}}',
  state: {
    inUse: 'in use',
    retired: 'retired',
    opensNothing: 'opens nothing any more',
  },
  guards:
    'While these cards guard the identities they cannot be retired. Make a new set, which takes their place, or turn custodian mode off.',
  column: { card: 'Card', holder: 'Holder', checked: 'Last checked' },
  number: '{{number}} of {{n}}',
  nobody: 'nobody is named',
  never: 'never',
  overdue: 'check is due',
  every_one: 'A card that was neither made nor checked for {{count}} day is due for a check.',
  every_other: 'A card that was neither made nor checked for {{count}} days is due for a check.',
  checkHow:
    'For a check the holder reads out the words of one card, or scans its code. Nothing is opened, and the other cards stay where they are.',
  older_one: '{{count}} older set that opens nothing any more',
  older_other: '{{count}} older sets that open nothing any more',
  dueTitle_one: '{{count}} share card has not been checked for a long time',
  dueTitle_other: '{{count}} share cards have not been checked for a long time',
  dueText: 'Ask the holders for their cards while they can still be found: {{who}}.',
  dueCard: 'card {{number}} of {{n}}',
  dueLink: 'To the cards',
  newTitle: 'New share cards',
  what: 'What the cards open',
  whatVault:
    'Enough cards open everything, as a passphrase does. They take one of the eight places.',
  whatCustodians:
    'Who the witnesses are opens only with enough cards from then on, no longer with what opens the vault. Too many cards lost means the identities are lost.',
  whatCustodiansAnew:
    'These cards take the place of everything that opens the compartment now: older cards and the second passphrase open it no longer.',
  needed: 'Cards needed together',
  neededHint: 'Any {{k}} of the {{n}} cards. Up to {{spare}} may be lost.',
  neededAll: 'All {{n}} cards: if one is lost, so is what they open.',
  holders: 'Holders',
  holdersHint:
    'Names are kept inside the vault and stand on no card. A card is printed in the language its holder reads.',
  holder: 'Holder of card {{number}}',
  language: 'Language of card {{number}}',
  removeHolder: 'Take away card {{number}}',
  addHolder: 'One card more',
  compartment: 'The witnesses’ identities',
  rootText:
    'Now whoever opens the vault can also read who the witnesses are, each time with a reason. In custodian mode that takes several people with cards, or a second passphrase, best kept by somebody else: who is forced to open the vault cannot give the witnesses away.',
  custodianText: 'Custodian mode is on. The compartment opens with {{ways}}.',
  enable: 'Use a second passphrase…',
  enableCards: 'Use cards…',
  disable: 'Turn custodian mode off…',
  disableTitle: 'Turn custodian mode off?',
  disableText:
    'Whoever opens the vault can then read who the witnesses are, each time with a reason. The cards and the second passphrase are of no more use.',
  disableReason: 'Why is it turned off?',
  disableReasonHint: 'Goes into the ledger.',
  openFirst: 'To change who guards it, open it first.',
  retireTitle: 'Retire this set?',
  retireText:
    'Its cards will open this vault no longer. They go on opening copies and backups made before: ask the holders to destroy them.',
} as const
