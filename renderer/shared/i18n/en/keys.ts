/** Words of the keys: the screen of the workspace, and what is done in the window that takes the passphrase. */
export const keys = {
  title: 'Keys',
  subtitle: 'Everything that opens this vault. Whoever has one of these has all of it.',
  kind: {
    passphrase: 'Passphrase',
    recovery: 'Recovery code',
    keyFile: 'Key file',
    shares: 'Share cards',
  },
  list: 'Ways to open it',
  column: {
    name: 'Name',
    kind: 'Kind',
    cost: 'Cost of guessing',
    made: 'Made',
    actions: 'Actions',
  },
  current: 'opened this session',
  unnamed: 'without a name',
  free_one: '{{count}} place is free.',
  free_other: '{{count}} places are free.',
  full: 'All eight places are taken: remove one before you add another.',
  outside:
    'Names are shown only inside the open vault; from outside nobody can tell how many of the eight places are in use.',
  readOnly: 'The vault is open for reading only, so its keys cannot be changed now.',
  window: 'Each change asks for the passphrase in a window of its own: this one never sees it.',
  addPassphrase: 'Add a passphrase…',
  addPassphraseTitle: 'A further passphrase',
  addPassphraseText:
    'For another person or another place. It opens everything; there are no lesser keys.',
  addKeyFile: 'Add a key file…',
  addKeyFileTitle: 'A key file',
  addKeyFileText:
    'Its holder makes a key file on another machine and gives you only its public key, which is no secret. The vault then opens with that file and the passphrase of the file.',
  publicKey: 'Public key',
  publicKeyHint: 'One long word that begins with emanet-key1.',
  cost: '{{memory}} MiB, {{passes}} passes',
  label: 'Name',
  labelHint: 'So that you know later whose it is. Seen only inside the open vault.',
  goOn: 'Go on in the other window',
  newCode: 'New recovery code…',
  newCodeTitle: 'A new recovery code',
  newCodeText: 'Twelve new words are made, and the old code opens this vault no longer.',
  codeLanguage: 'Language of the words',
  changePassphrase: 'Change the passphrase…',
  rename: 'Rename',
  renameNamed: 'Rename: {{name}}',
  renameTitle: 'Rename',
  remove: 'Remove',
  removeNamed: 'Remove: {{name}}',
  removeTitle: 'Remove “{{name}}”?',
  removeText:
    'It will no longer open this vault. It goes on opening every copy and every backup made before, and whoever opened the vault with it may have kept its contents.',
  removeRekey:
    'Where it is known to somebody who must not read on, removing is not enough: re-keying writes everything anew under another key, after which an old copy of the header opens nothing written later.',
  removeCurrent: 'This is the one that opened the present session.',
  removeLast: 'The last way to open a vault cannot be removed.',
} as const

export const keyTask = {
  gone: 'There is nothing to do',
  goneText: 'This window was opened for a change of the keys that is done or was given up.',
  added: 'Passphrase to be added',
  same: 'This one opens the vault already.',
  removeCopies:
    'Copies and backups made before still open with it. Make a new backup, and destroy old ones where that matters.',
  addPassphrase: {
    title: 'Add a passphrase',
    text: '“{{name}}” will open the vault beside those that open it now.',
    submit: 'Add the passphrase',
    done: 'The passphrase is added',
    doneText: '“{{name}}” opens this vault from now on. It was tried before this was said.',
  },
  addKeyFile: {
    title: 'Add a key file',
    text: '“{{name}}” will open the vault, with the passphrase of that file.',
    submit: 'Add the key file',
    done: 'The key file is added',
    doneText: '“{{name}}” opens this vault from now on.',
  },
  newRecoveryCode: {
    title: 'Make a new recovery code',
    text: 'The new code is written and tried before the old one is dropped.',
    submit: 'Make the new code',
    done: 'The new code is made',
    doneText:
      'These 12 words open the vault if the passphrase is forgotten. They are shown this one time only. The code before them opens this vault no longer: destroy its sheet.',
  },
  removeSlot: {
    title: 'Remove a key',
    text: '“{{name}}” will no longer open this vault.',
    submit: 'Remove it',
    done: 'The key is removed',
    doneText: '“{{name}}” no longer opens this vault.',
  },
  secondPassphrase: 'Second passphrase, for the witnesses’ compartment',
  alsoPassphrase: 'A second passphrase opens the compartment too, without any card',
  cardFolder: 'Where the cards are written',
  chooseFolder: 'Choose a folder…',
  cardFolderHint:
    'A new folder is made there, with a PDF for each holder. Best is a stick that you wipe afterwards.',
  cardsWritten: 'In the folder “{{folder}}” there is a page for each holder, {{count}} in all.',
  cardsHandle:
    'Print each page, hand it to its holder, and then delete the files: whoever has enough of them has the key.',
  cardsCheckEach: 'When the cards are handed out, check each printed one once with “Check a card”.',
  enableCustody: {
    title: 'Turn custodian mode on',
    text: 'From now on who the witnesses are opens only with the second passphrase, no longer with what opens the vault. If it is lost, so are the identities.',
    submit: 'Turn it on',
    done: 'Custodian mode is on',
    doneText:
      'The compartment is closed. Copies and backups made before still open as they did then.',
  },
  disableCustody: {
    title: 'Turn custodian mode off',
    text: 'Whoever opens the vault can open the identities of witnesses again, with a reason. Why it was turned off goes into the ledger.',
    submit: 'Turn it off',
    done: 'Custodian mode is off',
    doneText:
      'Whoever opens the vault can open the identities of witnesses again, each with a reason.',
  },
  makeCards: {
    title: 'Make share cards: {{name}}',
    text: 'The cards are written first, and put together to prove that they give the key. Only then do they open anything.',
    submit: 'Make the cards',
    done: 'The cards are made',
    doneText: 'They were put together and gave the key before they were put to use.',
  },
  retireCards: {
    title: 'Retire a set of cards',
    text: 'Its cards will no longer open this vault.',
    submit: 'Retire the set',
    done: 'The set is retired',
    doneText:
      'Ask the holders to destroy their cards: they still open copies and backups made before.',
  },
  checkCard: {
    title: 'Check a share card',
    text: 'One card is enough: this shows that it can be read and that it is the one that was handed out. It opens nothing.',
    submit: 'Check the card',
    label: 'Words of the card, or the text of its square code',
    hint: 'All 40 words in their order. Capital letters, numbers and line breaks do not matter.',
    good: 'The card can be read and belongs to this vault',
    goodText: 'Card {{number}} of {{n}}, {{holder}}. Any {{k}} cards of this set open it together.',
    goodNobody: 'nobody is named',
    recorded: 'That it was checked today is noted.',
    retired: 'But its set opens nothing any more: destroy the card.',
    notRecorded: 'The vault is open for reading only, so the day of the check is not noted.',
    damagedWord: 'Word {{place}} is in no list.',
    damagedCount_one: 'There is {{count}} word; a card has 40.',
    damagedCount_other: 'There are {{count}} words; a card has 40.',
    damagedSum:
      'Each word is in the list, but together they are no card: one of them is another word, or two changed places.',
  },
  openCustody: {
    title: 'Open the witnesses’ compartment',
    text: 'The reason goes into the ledger before anything is read. Who the witnesses are can then be looked at until the time is over.',
    submit: 'Open the compartment',
    done: 'The compartment is open',
    doneText:
      'It closes by itself, and with the vault. It can be closed at any time on the page of a witness.',
  },
} as const
