/**
 * Share cards, one after the other, each read as it is typed: which card it is, and how many are still needed. A card
 * of another vault or of another set is refused before all of them are there.
 */
import { Button, Textarea } from '@mantine/core'
import { CircleCheck, X } from 'lucide-react'
import { useState } from 'react'
import type { BridgeError, Result } from '../../shared/contract/define.ts'
import type { ReadCard } from '../../shared/contract/session.ts'
import { ErrorNote } from '../shared/components/ErrorNote.tsx'
import { useT } from '../shared/i18n/i18n.ts'
import classes from './Card.module.css'
import { CardDamage } from './CardDamage.tsx'

export interface EnteredCard extends ReadCard {
  readonly text: string
}

export const enoughCards = (cards: readonly EnteredCard[]): boolean =>
  cards[0] !== undefined && cards.length >= cards[0].needed

interface CardsFieldProps {
  /** What the cards are for. */
  readonly text: string
  /** Asks main which card that is, and whether it belongs here. */
  readonly read: (text: string) => Promise<Result<ReadCard>>
  readonly cards: readonly EnteredCard[]
  readonly disabled: boolean
  readonly onChange: (cards: readonly EnteredCard[]) => void
}

export function CardsField({ text: what, read, cards, disabled, onChange }: CardsFieldProps) {
  const t = useT()
  const [text, setText] = useState('')
  const [failure, setFailure] = useState<BridgeError>()
  const [first] = cards
  const enough = enoughCards(cards)

  const add = async () => {
    setFailure(undefined)
    const answer = await read(text)
    if (!answer.ok) return setFailure(answer.error)
    const card = { ...answer.value, text }
    if (first && card.set !== first.set) return setFailure({ code: 'card_of_other_set' })
    if (cards.some(({ number }) => number === card.number)) {
      return setFailure({ code: 'card_repeated' })
    }
    setText('')
    onChange([...cards, card])
  }

  return (
    <div className={classes.cards}>
      <p className={classes.cardsCount} role="status">
        {first ? t('unlock.cardsProgress', { have: cards.length, needed: first.needed }) : what}
      </p>
      {cards.length > 0 && (
        <ul className={classes.cardList}>
          {cards.map((card) => (
            <li key={card.number} className={classes.cardItem}>
              <CircleCheck className={classes.cardMark} size={16} aria-hidden />
              {t('unlock.cardNumber', { number: card.number, made: card.made })}
              <Button
                variant="subtle"
                color="gray"
                size="compact-xs"
                disabled={disabled}
                leftSection={<X size={14} aria-hidden />}
                onClick={() => onChange(cards.filter(({ number }) => number !== card.number))}
              >
                {t('unlock.cardRemove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {!enough && (
        <>
          <Textarea
            size="md"
            label={t('unlock.cardLabel')}
            description={t('unlock.cardHint')}
            value={text}
            disabled={disabled}
            autoFocus
            minRows={4}
            autosize
            maxRows={8}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="none"
            maxLength={2048}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {failure && (
            <ErrorNote error={failure}>
              <CardDamage error={failure} />
            </ErrorNote>
          )}
          <Button
            variant="default"
            disabled={disabled || text.trim() === ''}
            onClick={() => void add()}
          >
            {t('unlock.cardAdd')}
          </Button>
        </>
      )}
    </div>
  )
}
