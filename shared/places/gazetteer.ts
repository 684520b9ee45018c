/**
 * Where the towns lie that facilities, courts and arrests are told by. A facility is often recorded by its town alone; on
 * the map it then stands where the town is, and the map says so. Longitude and latitude in degrees (WGS 84), to two
 * decimals: a town, not a building. Public geography, nothing from a record.
 */
import { foldText } from '../names/fold.ts'

export interface Town {
  readonly lon: number
  readonly lat: number
  /** Beginnings of words that name the town in any spelling we meet; case and marks do not count. */
  readonly stems: readonly string[]
}

const town = (lon: number, lat: number, ...stems: readonly string[]): Town => ({ lon, lat, stems })

/**
 * In order: a town stands before the one whose name its region bears ("SIZO-3 Novocherkassk, Rostov region" lies in
 * Novocherkassk). Towns that share their name with another of the list's countries are left out: a wrong place is worse
 * than none.
 */
// biome-ignore format: one town per line reads as a table
const TOWNS: readonly Town[] = [
  // Crimea and Sevastopol
  town(34.10, 44.95, 'сімферопол', 'симферопол', 'simferopol', 'акмесджит', 'акъмесджит', 'aqmescit', 'akmescit'),
  town(33.52, 44.60, 'севастопол', 'sevastopol', 'sivastopol', 'акъяр', 'aqyar', 'akyar'),
  town(36.47, 45.36, 'керч', 'kerch', 'kerc'),
  town(35.38, 45.03, 'феодос', 'feodos', 'кефе', 'kefe'),
  town(34.17, 44.50, 'ялт', 'yalt'),
  town(33.86, 44.75, 'бахчисара', 'багъчасарай', 'bakhchysara', 'bakhchisara', 'bagcasaray', 'bahcesaray'),
  town(34.39, 45.71, 'джанко', 'dzhanko', 'cankoy'),
  town(33.37, 45.19, 'євпатор', 'евпатор', 'yevpator', 'evpator', 'кезлев', 'kezlev', 'gozleve'),
  town(34.97, 44.85, 'судак', 'sudak', 'sudaq'),
  town(34.41, 44.68, 'алушт', 'alusht', 'alust'),
  town(34.60, 45.06, 'білогірськ', 'белогорск', 'bilohirsk', 'belogorsk', 'карасубазар', 'къарасувбазар', 'qarasuvbazar', 'karasubazar'),
  town(33.79, 45.95, 'красноперекопськ', 'красноперекопск', 'krasnoperekopsk', 'яни капу', 'yani kapu'),
  town(33.69, 46.11, 'армянськ', 'армянск', 'armiansk', 'armyansk', 'ермени базар'),
  town(33.60, 45.13, 'саки', 'saky', 'saki'),
  town(35.09, 45.03, 'старий крим', 'старый крым', 'staryi krym', 'stary krym', 'eski qirim', 'eski kirim'),
  // the south of Ukraine
  town(34.80, 46.17, 'генічес', 'геничес', 'heniches', 'geniches'),
  town(32.61, 46.64, 'херсон', 'kherson', 'herson'),
  town(35.37, 46.85, 'мелітопол', 'мелитопол', 'melitopol'),
  town(36.80, 46.76, 'бердянськ', 'бердянск', 'berdiansk', 'berdyansk'),
  town(37.55, 47.10, 'маріупол', 'мариупол', 'mariupol'),
  town(35.14, 47.84, 'запоріж', 'запорож', 'zaporizh', 'zaporozh'),
  town(37.80, 48.00, 'донецьк', 'донецк', 'donetsk'),
  town(39.32, 48.57, 'луганськ', 'луганск', 'luhansk', 'lugansk'),
  town(30.52, 50.45, 'київ', 'киев', 'kyiv', 'kiev'),
  // Russia
  town(40.09, 47.42, 'новочеркас', 'novocherkas', 'novocerkas'),
  town(40.21, 47.71, 'шахт', 'shakht', 'saht'),
  town(38.92, 47.22, 'таганрог', 'taganrog'),
  town(40.17, 48.36, 'каменськ шахт', 'каменск шахт', 'kamensk shakht'),
  town(39.72, 47.23, 'ростов', 'rostov'),
  town(38.98, 45.04, 'краснодар', 'krasnodar'),
  town(37.77, 44.72, 'новоросій', 'новоросс', 'novoross'),
  town(41.97, 45.04, 'ставропол', 'stavropol'),
  town(42.86, 44.05, 'пятигор', 'pyatigor', 'piatigor'),
  town(44.51, 48.71, 'волгоград', 'volgograd', 'volhohrad'),
  town(48.04, 46.35, 'астрахан', 'astrakhan', 'astrahan'),
  town(46.03, 51.53, 'саратов', 'saratov'),
  town(39.18, 51.67, 'воронеж', 'voronezh', 'voronej'),
  town(36.19, 51.73, 'курськ', 'курск', 'kursk'),
  town(36.59, 50.60, 'бєлгород', 'белгород', 'bielhorod', 'belgorod'),
  town(34.36, 53.24, 'брянськ', 'брянск', 'briansk', 'bryansk'),
  town(38.50, 52.62, 'єлець', 'єльц', 'елец', 'ельц', 'yelets', 'elets', 'yelec'),
  town(39.57, 52.61, 'липецьк', 'липецк', 'lypetsk', 'lipetsk'),
  town(41.45, 52.72, 'тамбов', 'tambov'),
  town(37.62, 54.19, 'тул', 'tula'),
  town(39.74, 54.63, 'рязан', 'riazan', 'ryazan'),
  town(35.92, 56.86, 'твер', 'tver'),
  town(37.19, 55.70, 'власих', 'vlasikh', 'vlasih'),
  town(37.62, 55.75, 'лефортов', 'lefortov', 'москв', 'moskv', 'moscow', 'moskova'),
  town(40.41, 56.13, 'владимир', 'vladimir'),
  town(44.00, 56.33, 'нижній новгород', 'нижний новгород', 'nizhn', 'nijn'),
  town(45.18, 54.18, 'саранськ', 'саранск', 'saransk'),
  town(45.00, 53.20, 'пенз', 'penza'),
  town(49.62, 54.22, 'димитровград', 'dimitrovgrad', 'dymytrovhrad'),
  town(48.40, 54.32, 'ульянов', 'ulianov', 'ulyanov'),
  town(49.12, 55.79, 'казан', 'kazan'),
  town(50.15, 53.20, 'самар', 'samar'),
  town(55.93, 53.36, 'салават', 'salavat'),
  town(55.97, 54.74, 'уфа', 'уфі', 'уфе', 'ufa'),
  town(56.25, 58.01, 'перм', 'perm'),
  town(59.21, 53.87, 'верхньоурал', 'верхнеурал', 'verkhn', 'verhneural'),
  town(61.40, 55.16, 'челябінськ', 'челябинск', 'cheliabinsk', 'chelyabinsk', 'celabinsk', 'celyabinsk'),
  town(60.61, 56.84, 'єкатеринбур', 'екатеринбур', 'yekaterinbur', 'ekaterinbur'),
  town(73.37, 54.99, 'омськ', 'омск', 'omsk'),
  town(82.92, 55.03, 'новосибір', 'новосибир', 'novosibir', 'novosybir'),
  town(91.69, 53.71, 'мінусинськ', 'минусинск', 'minusinsk', 'minusynsk'),
  town(91.44, 53.72, 'абакан', 'abakan'),
  town(92.87, 56.01, 'краснояр', 'krasnoyar', 'krasnoiar'),
  town(104.30, 52.29, 'іркутськ', 'иркутск', 'irkutsk'),
]

const KNOWN = TOWNS.map((each) => ({ ...each, stems: each.stems.map(foldText) }))

/** The first town of the table that any of the texts names; undefined when none does. */
export function townNamedIn(texts: readonly string[]): Town | undefined {
  const read = texts.map((text) => ` ${foldText(text)}`)
  return KNOWN.find(({ stems }) =>
    stems.some((stem) => read.some((text) => text.includes(` ${stem}`))),
  )
}
