/** Words of the unlock view: opening a vault, making one, and changing its passphrase. */
export const passphrase = {
  label: 'Passphrase',
  show: 'Show what is typed',
  hide: 'Hide what is typed',
  capsLock: 'Caps Lock is on.',
  script: {
    latin: 'Latin letters',
    cyrillic: 'Cyrillic letters',
    mixed: 'Latin and Cyrillic letters mixed',
    other: 'Letters of another alphabet',
    none: 'Digits and signs only',
  },
  scriptHint: 'You are typing: {{script}}.',
  layouts: 'Show the same keys in other keyboard layouts',
  layoutsTitle: 'The same keys in other layouts',
  layoutsText:
    'What you typed, had another layout been on. None of these was tried; mind who can see the screen.',
  layoutsNone: 'No other layout gives another text for these keys.',
  layout: {
    uk: 'Ukrainian layout',
    ru: 'Russian layout',
    en: 'English layout',
    tr: 'Turkish layout',
    caps: 'Caps Lock the other way',
  },
  layoutUse: 'Put in the field',
  layoutUseNamed: 'Put in the field: {{layout}}',
  new: 'New passphrase',
  repeat: 'The same again',
  repeatDiffers: 'The two are not the same yet.',
  repeatSame: 'The two are the same.',
  suggest: 'Suggest five random words',
  suggestHint: 'Write them down until you know them by heart. Spaces count.',
  strengthPrompt:
    'A passphrase of several words is easier to remember and harder to guess than a short one with signs.',
  strengthTime:
    'Somebody with a copy of the vault and a rented cluster of computers would need {{time}}.',
  strengthWeak: 'Too weak to protect anybody. Make it longer.',
  score: {
    '0': 'Guessed at once',
    '1': 'Very weak',
    '2': 'Weak',
    '3': 'Good',
    '4': 'Very good',
  },
  time: {
    instant: 'no time at all',
    seconds_one: '{{count}} second',
    seconds_other: '{{count}} seconds',
    minutes_one: '{{count}} minute',
    minutes_other: '{{count}} minutes',
    hours_one: '{{count}} hour',
    hours_other: '{{count}} hours',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    months_one: '{{count}} month',
    months_other: '{{count}} months',
    years_one: '{{count}} year',
    years_other: '{{count}} years',
    thousands: 'thousands of years',
    millions: 'millions of years',
    billions: 'longer than the Earth has existed',
  },
} as const

export const unlock = {
  title: 'Unlock “{{name}}”',
  open: 'Unlock',
  opening: 'Deriving the key…',
  openingHint: 'This takes a moment on purpose: it makes guessing slow.',
  reading: 'Reading the ledger…',
  wait_one: 'Try again in {{count}} second',
  wait_other: 'Try again in {{count}} seconds',
  way: {
    passphrase: 'Use the passphrase',
    recovery: 'Use the recovery code',
    keyFile: 'Use a key file',
    cards: 'Use share cards',
  },
  keyFileText:
    'A small file on a stick or another disk, which was added to this vault. It has a passphrase of its own.',
  keyFileChoose: 'Choose the key file…',
  keyFilePassphrase: 'Passphrase of the key file',
  wrongRecoveryTitle: 'This recovery code does not open the vault.',
  wrongRecoverySafe: 'The vault is intact. It is the code that does not match, not the files.',
  wrongRecovery:
    'Compare each word and its number with the sheet. A code that was replaced by a newer one no longer opens the vault.',
  readOnly: 'Open for reading only',
  formatOf: 'Its format is version {{version}}.',
  examine: 'See how much still opens',
  examining: 'Trying every entry…',
  stillOpen: '{{readable}} of {{entries}} entries still open',
  damagedEntries: 'Damaged or missing: {{list}}.',
  stillRead: 'Something can still be read of: {{list}}.',
  damagedMore: 'And more.',
  damagedNext:
    'Restore the newest backup into a new folder, and keep this folder: what was written after that backup can be taken out of it with the command “salvage”.',
  cardsText:
    'The vault opens when enough holders bring their cards. Type the words of the first card, or paste the text of its square code.',
  cardsProgress: '{{have}} of {{needed}} cards',
  cardNumber: 'Card {{number}} of {{made}}',
  cardRemove: 'Take away',
  cardLabel: 'Words of a card',
  cardHint: 'In their order, with blanks between them.',
  cardAdd: 'Add this card',
  recoveryLabel: 'Recovery code',
  recoveryHint: 'The 12 words you put away, in their order, in English or in Ukrainian.',
  recoveryCount_one: '{{count}} word so far',
  recoveryCount_other: '{{count}} words so far',
  otherVault: 'Open another vault',
  newVault: 'Make a new vault',
  restore: 'Restore from a backup',
  restoringHint: 'Every part is checked while it is copied. Please do not unplug the disk.',
  restored:
    'The backup is restored as “{{name}}”. It opens with the passphrase it had when the backup was made.',
  restoredDamaged_one: '{{count}} evidence file could not be restored',
  restoredDamaged_other: '{{count}} evidence files could not be restored',
  restoredDamagedText:
    'The damage is in this backup. The records of what is missing are there; another backup may still have the files themselves. The check of the backups names each of them.',
  notVault: '“{{name}}” is not a vault.',
  inUseHere: 'Another window of this program on this computer has it open, since {{since}}.',
  inUseElsewhere: 'Another computer has it open, since {{since}}.',
  process: 'Process {{pid}}',
  notices: 'Before you go on',
  enter: 'Go on to the vault',
  welcomeTitle: 'For what was entrusted to you',
  welcomeText:
    'Emanet keeps the records of people held as political prisoners, and of those who witnessed it, encrypted on your own disk. Nothing ever leaves this computer unless you issue it.',
  makeTitle: 'Make a new vault',
  makeText: 'Takes about two minutes.',
  openTitle: 'Open a vault',
  openText: 'From this computer or a stick.',
  restoreTitle: 'Restore from a backup',
  restoreText: 'Into a new folder; the backup stays as it is.',
  language: 'Language',
  theme: 'Dark theme',
} as const

/** A key file for a vault that is somewhere else. */
export const makeKeyFile = {
  link: 'Make a key file…',
  title: 'A key file for another vault',
  text: 'The file and its passphrase stay with you; together they open a vault elsewhere, once its keeper has added your public key to it. Nothing else is made or opened here.',
  done: 'The key file is made',
  doneText:
    'Give this public key to the keeper of the vault, who adds it under Keys, “Add a key file”. It is no secret and opens nothing; but let them compare it with you by voice, so that nobody puts another in its place.',
  copy: 'Copy the public key',
  save: 'Save it as a file…',
  saved: 'Saved as “{{name}}”.',
  clipboard:
    'What is copied is taken off the clipboard again after half a minute. Without its passphrase the key file opens nothing; without the file the passphrase opens nothing.',
  back: 'Done',
} as const

export const create = {
  step: 'Step {{step}} of 3',
  stepNames: { place: 'Place', passphrase: 'Passphrase', recovery: 'Recovery code' },
  placeTitle: 'Where should the vault live?',
  placeText:
    'A vault is a folder. It can be on this computer or on a stick, and you can move it later.',
  placeName:
    'The folder’s name is the one thing that stays readable from outside. Choose one that gives nobody away.',
  placeChoose: 'Choose the place and the name…',
  placeChange: 'Choose another',
  placeChosen: 'The vault will be made here:',
  passphraseTitle: 'Choose a passphrase',
  passphraseText: 'It is the only key. Nobody can reset it, not even those who made this program.',
  slower: 'Slower and stronger',
  slowerHint:
    'Needs 1 GiB of memory and some seconds at each unlock. Good where the vault may be seized.',
  make: 'Make the vault',
  making: 'Making the vault…',
  recoveryTitle: 'Your recovery code',
  recoveryText:
    'These 12 words open the vault if the passphrase is forgotten. They are shown this one time only.',
  recoveryWarning:
    'Keep them on paper, away from this computer and from where it is used. Whoever has them has everything.',
  recoveryList: 'The 12 words of the recovery code',
  print: 'Print',
  saveFile: 'Save to a file',
  kept: 'Kept.',
  keptFile: 'Saved. The file is not protected: put it on a stick that you store elsewhere.',
  putAway: 'I have put the code away',
  first: 'Go on and add the first person',
} as const

export const change = {
  title: 'Change the passphrase',
  text: 'The new one is written and tried before the old one is dropped, so an interruption cannot lock you out.',
  current: 'Recovery code or passphrase now',
  submit: 'Change the passphrase',
  sameAsCurrent: 'This is the passphrase you have now.',
  doneTitle: 'The passphrase is changed',
  doneText: 'From now on only the new one opens this vault.',
  doneBackups:
    'Backups made before still open with the old one. Make a new backup, and destroy the old ones if the old passphrase is known to others.',
  close: 'Close this window',
} as const
