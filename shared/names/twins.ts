/** Ukrainian and Russian twins of a given name that do not sound alike: papers of one person have both. */
import { nameTokens } from './fold.ts'

const PAIRS = `
  Микола Николай, Володимир Владимир, Олександр Александр, Олексій Алексей, Гліб Глеб, Дмитро Дмитрий,
  Сергій Сергей, Андрій Андрей, Євген Евгений, Павло Павел, Петро Пётр, Михайло Михаил, Василь Василий,
  Костянтин Константин, Данило Даниил, Федір Фёдор, Пилип Филипп, Остап Евстафий, Панас Афанасий,
  Ганна Анна, Олена Елена, Катерина Екатерина, Тетяна Татьяна, Світлана Светлана, Надія Надежда,
  Олександра Александра, Марія Мария, Віра Вера, Оксана Ксения, Явдоха Евдокия`

const TWINS = new Map<string, readonly string[]>()
/** Each pair as two sounds; pairs that sound alike are left out. */
export const TWIN_PAIRS: ReadonlyArray<readonly [string, string]> = PAIRS.trim()
  .split(/\s*,\s*/)
  .flatMap((pair) => {
    const [one, other] = nameTokens(pair).map((token) => token.skeleton)
    return one === undefined || other === undefined || one === other ? [] : [[one, other] as const]
  })
for (const [one, other] of TWIN_PAIRS) {
  TWINS.set(one, [...(TWINS.get(one) ?? []), other])
  TWINS.set(other, [...(TWINS.get(other) ?? []), one])
}

/** The other language's forms of a given name, as sounds. */
export const twinsOf = (sound: string): readonly string[] => TWINS.get(sound) ?? []
