/** The witness compartment in custodian mode. */
export const custody = {
  closedTitle: 'Custodian mode: the witnesses’ compartment is closed',
  closedText:
    'Who a witness is cannot be read with the keys of the vault. The compartment opens with {{ways}}, for a set time.',
  openTitle: 'The witnesses’ compartment is open',
  openText:
    'Until {{time}} identities can be revealed, each with its own reason. Close it when you are done.',
  byCards: '{{k}} of {{n}} cards',
  byPassphrase: 'a second passphrase',
  open: 'Open…',
  close: 'Close now',
  reason: 'Why is the compartment opened?',
  reasonHint: 'Goes into the ledger, with the time and with what opened it.',
  time: 'For how long',
  minutes_one: '{{count}} minute',
  minutes_other: '{{count}} minutes',
  hours_one: '{{count}} hour',
  hours_other: '{{count}} hours',
  goOn: 'Go on',
  goOnHint: 'The passphrase or the cards are asked for in a window of their own.',
  with: 'Open with',
  passphrase: 'Second passphrase',
  cards: 'Cards',
  cardsText:
    'The compartment opens when enough of its keepers bring their cards. Type the words of the first card, or paste the text of its square code.',
} as const
