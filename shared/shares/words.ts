/** What a printed share card says, besides its own words: for its holder, and for whoever may find it. */

export interface CardTexts {
  /** Drafted without a native editor: printed on the card, so that nobody takes it for finished. */
  readonly draft: string | undefined
  readonly title: string
  readonly number: (number: number, n: number) => string
  /** What so many of the cards open. Neither names nor places: a card is lost sooner than a vault. */
  readonly opens: Readonly<Record<'vault' | 'custodians', (k: number, n: number) => string>>
  readonly fingerprint: string
  readonly set: string
  readonly madeOn: string
  readonly words: string
  readonly square: string
  readonly keepTitle: string
  readonly keep: readonly string[]
  readonly foundTitle: string
  readonly found: string
}
