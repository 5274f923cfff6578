"""The words by which a text says what it counts: in English, Ukrainian and Russian.

Beside the closed lists of the format (`loaders.words`, the measures and offences of the file)
these are the words that newspapers use for them. `word*` stands for every word that begins so,
`two_words` for words that follow each other. str are enough:
`docs/decisions/0012-an-article-is-read-by-lists-of-words.md`.
"""

from __future__ import annotations

from loaders.words import Bound, Per

TAGS: dict[str, str] = {
    "case": """case cases proceeding* провадження проваджень провадженнях справ справа справи справу
        справах дело дела дел делах делам производств* verfahren sprawa spraw sprawy postępowa*""",
    "open": """open opened opening opens registered registers recorded launched initiated started
        filed logged відкри* зареєстр* реєстр* розпоч* поруш* заведен* внес* обліков* возбу*
        зарегистр* регистр* завел* открыт* открыл* начат* eröffnet eingeleitet wszczęt*""",
    "court": """court courts judge* tribunal* суд суди суды суду судів судах судам судами суде судов
        судді суддя судьи gericht* sąd sądu sądy sądów""",
    "verdict": """verdict* sentence* sentencing convicted conviction* guilty вирок* засудж*
        приговор* осужд* осуди* verurteil* urteil* wyrok* skazan*""",
    "suspicion": """suspicion* suspect* charged charges notified_of підозр* подозр* verdächtig*
        podejrz*""",
    "accused": """accused defendant* обвинувачен* підсудн* обвиняем* подсудим* angeklagt* oskarżon*
        stood_trial stand_trial on_trial""",
    "request": """request* appeal* application* applied apply ask asked asking inquir* enquir* plea
        pleas contacted turned_to звернен* звертал* звернул* заявк* заявок заяв запит* просил*
        попросил* обращен* обращал* обратил* заявлен* запрос* anfrage* anträge wniosk* zgłosz*""",
    "help": "help* assist* aid допом* помог* помощ* hilfe geholfen pomoc* pomóg* pomog*",
    "surrender": """surrender* gave_themselves_up give_themselves_up gave_up lay_down laid_down
        здати здаватися здалися здався здаються здач* сдать* сдаваться сдаются сдал* сдач* ergeb*
        ergaben poddał* poddan*""",
    "asylum": """granted_protection visa visas protection_abroad humanitarian_visa* притул* убежищ*
        віза візи віз виз визы asyl* azyl*""",
    "return": """return* came_back come_back back_to_service поверн* верну* возвр* zurückgekehrt
        powróci* wróci*""",
    "wanted": """wanted_list* wanted_person* wanted_for is_wanted are_wanted were_wanted
        declared_wanted sought hunted hunting search_for searching_for looking_for розшук* розыск*
        fahndung* poszukiw*""",
    "held": """held detain* detention arrest* imprison* locked basement* pit pits cellar* утрим*
        затрим* підвал* ями удержив* задерж* подвал* яме festgehalten inhaftiert zatrzyma*""",
    "refuse": """refus* disobe* mutin* rebel* declin* відмов* непокор* отказ* weiger* verweiger*
        odmów* odmaw*""",
    "absent": """absent absentee* missing_from currently_awol are_awol in_awol відсутн* нет_в_строю
        перебувають_у_сзч у_сзч_перебува* отсутств* находятся_в_сзч abwesend nieobecn*""",
    "desert": """desert* awols awol defect* дезертир* сзч соч самовіль* самоволь* сочинц* сзчник*
        втікач* беглец* fahnenflucht* dezerter* samowoln*""",
    "leave": """leaves left leave leaving fled flee fleeing abandon* quit quitting escap* ran
        run_away absconded walked_away slipped_away deserting залиш* покин* втек* втік* тіка* утек*
        утік* пішл* поїхал* остав* сбеж* бежал* бегств* ушл* уход* уеха* verließ* verlassen geflohen
        opuści* uciek*""",
    "people": """people person persons soldier* troop* serviceman servicemen servicewom*
        service_members men man fighter* personnel recruits officer* conscript* marine* mobik*
        contractor* військов* солдат* бійц* боєц* людей люди осіб особи особа чоловік* мобілізован*
        контрактник* строковик* офіцер* російськ* росіян* українц* военн* бойц* боец* человек*
        мобилизованн* срочник* офицер* мужчин* россиян* украинц* soldat* männer menschen żołnierz*
        ludzi osób convict* inmate* засуджених_до заключенн* зек* в'язн* wagnerites""",
}
"""Tag -> its words. A measure is read from the tags around a number, see `RULES`."""

RULES: dict[str, str] = {
    "request surrender": "surrender_requests",
    "request help": "help_requests",
    "request leave": "help_requests",
    "request desert": "help_requests",
    "asylum": "asylum_granted",
    "verdict": "verdicts",
    "suspicion": "suspicions",
    "accused": "accused_in_court",
    "case court": "cases_in_court",
    "case open": "cases_opened",
    "wanted": "wanted",
    "held": "held",
    "refuse": "refused",
    "return": "returned",
    "help": "helped",
    "surrender": "surrendered",
    "absent": "absent",
    "desert": "left_unit",
    "leave": "left_unit",
}
"""Tags that say a measure together -> the measure; of several that fit, the first is meant."""

FAMILIES: dict[str, tuple[str, ...]] = {
    "case": ("cases_opened", "cases_in_court"),
    "request": ("help_requests", "surrender_requests"),
    "verdict": ("verdicts",),
    "suspicion": ("suspicions",),
    "accused": ("accused_in_court",),
    "court": ("cases_in_court", "verdicts", "accused_in_court"),
}
"""The tag of a noun -> what can be meant by it; behind a number a court is not counted."""

OFFENCES: dict[str, str] = {
    "awol": """unauthori*_ab* unauthori*_leav* awol without_leave leaving_their_unit* leaving_a_unit
        abandoning_their_unit* leaving_a_military_unit abandonment сзч соч самовіль* самоволь*""",
    "desertion": "desertion desertions fahnenflucht dezercj* дезертирств*",
    "refusal": """fail*_to_obey fail*_to_comply fail*_to_execute disobe* refus*_to_obey
        refus*_to_follow невиконан* непокор* неисполн* неподчин*""",
    "evasion": """evasion* evading evaded ухилен* ухилян* уклонен* уклонял* refusenik*
        leaving_the_service""",
    "military": """military_offen* crimes_against_military military_crimes military_service_crimes
        war-time_crimes проти_порядку_несення проти_встановленого_порядку злочин*_проти_військової
        преступлени*_против_военной військов*_злочин* воинск*_преступлен*""",
}
"""Offence -> its words in a text. Two of the first three together are `evasion`."""

HARD: dict[str, str] = {
    "losses": """kill* dead died dies death* casualt* fatalit* loss losses lost wounded injured
        slain eliminated neutralised neutralized liquidated corpses bodies funeral* кіа 200-х 300-х
        загиб* загин* вбит* убит* втрат* втрач* поран* ліквід* знищ* смерт* погиб* потер* ранен*
        ликвид* уничтож* гибел* gefallen* getötet* tote toten verlust* zabit* strat* poległ*
        missing_in_action безвісти зниклих пропавш* exhumed""",
    "money": """dollar* euro euros hryvnia* hryvna* ruble* rouble* pound_sterling usd uah eur rub
        bonus* salary salaries fine fines worth cost* payment* грн долар* євро рубл* руб доллар*
        евро zł złot* грив*""",
    "equipment": """bomb* shell* rifle* plane* tank tanks drone* uav* missile* rocket* vehicle*
        aircraft helicopter* gun guns howitzer* munition* armoured_vehicle* ship ships strikes
        attacks assaults airstrike* дрон* бпла ракет* снаряд* танк танки танків танков гармат*
        автомоб* літак* самолет* вертол* атак* обстріл* обстрел* боїв ударів ударов бронемаш* бомб*
        панцер*""",
    "prisoners of war": """prisoner*_of_war pow pows prisoner_exchange* exchanged swapped
        exchange_of captured capture captives полонен* пленн* військовополонен* обмін* обмен*
        взят*_в_полон взят*_в_плен kriegsgefangen* jeńc*""",
}
"""Other things -> the words that say so; a number of these matches no claim."""

SOFT: dict[str, str] = {
    "prisoners": "prisoner* ув'язнен* häftling* więźni*",
    "other people": """police* deput* civilian* children child resident* refugee* voter* migrant*
        volunteer* worker* doctor* teacher* student* pupil* journalist* tourist* passenger* цивільн*
        дітей діти мешкан* біжен* виборц* працівник* студент* добровол* пасажир* вчител* лікар*
        гражданск* детей дети жител* беженц* избират* рабочих учител* врач* пассажир*""",
    "recruits": """mobilis* mobiliz* recruit recruited recruiting recruitment drafted drafting
        enlist* signed_a_contract signed_contract* trained training_of deployed stationed
        мобілізува* мобілізовано мобілізації підпис* завербув* навчан* мобилизоват* мобилизовал*
        мобилизовано мобилизованы мобилизации призва* подпис* набра* завербо* обуч* рекрут*""",
    "other things": """compan* countr* village* town towns city cities house houses building*
        settlement* hectare* kilomet* km metre* meter* mile miles tonne* ton tons kilogram* kg
        litre* page pages school* hospital* firm firms vote votes book* article articles percent
        шкіл школ лікар* будинк* сіл сел населен* село місто міст город* країн* стран кілометр*
        километр* км метр* тонн* гектар* домов зданий компан* сторін страниц голос* bataillons
        brigades battalions regiments divisions бригад батальйон* батальон* полків полков бригади
        полки""",
    "durations": """year years month months week weeks day days hour hours minute* second seconds
        years-old рок* місяц* тижн* дні днів день дня годин* хвилин* лет года годы месяц* недел*
        дней часов час часа минут* сут* діб jahre jahren tage tagen stunden monate monaten lat dni
        godzin miesięcy""",
}
"""Other things that give way to a word of a measure beside the same number."""

BOUNDS: dict[Bound, str] = {
    Bound.MORE_THAN: """more_than over above upwards_of in_excess_of exceeding exceeded exceeds
        exceed surpassed well_over just_over greater_than понад більш_ніж більше_ніж
        більш_як більше_як більше більш перевищила перевищило перевищив перевищує перевищили
        більше_чим более более_чем больше больше_чем свыше превысило превысила превысил превысили
        превышает mehr_als über ponad więcej_niż przeszło""",
    Bound.AT_LEAST: """at_least no_fewer_than not_fewer_than no_less_than not_less_than
        a_minimum_of minimum щонайменше принаймні не_менше не_менше_ніж не_менш_як не_менш_ніж
        як_мінімум мінімум по_меньшей_мере как_минимум минимум не_менее не_менее_чем не_меньше
        не_меньше_чем хотя_бы mindestens co_najmniej przynajmniej""",
    Bound.ALMOST: """almost nearly just_under just_below just_shy_of close_to approaching майже
        без_малого почти практически чуть_меньше трохи_менше fast beinahe nahezu knapp prawie
        niemal blisko""",
    Bound.ABOUT: """about around approximately approx roughly some circa an_estimated estimated
        in_the_region_of on_the_order_of something_like ~ ≈ близько приблизно орієнтовно біля десь
        порядку около примерно приблизительно ориентировочно порядка где-то etwa rund ungefähr
        ca około mniej_więcej""",
    Bound.UP_TO: """up_to as_many_as as_much_as as_high_as no_more_than not_more_than at_most
        at_the_most a_maximum_of maximum до не_більше не_більше_ніж не_більш_як не_більш_ніж
        щонайбільше максимум аж_до не_более не_более_чем не_больше не_больше_чем самое_большее
        вплоть_до аж bis_zu höchstens nawet do""",
    Bound.LESS_THAN: """fewer_than less_than under below short_of менше менше_ніж менш_ніж менш_як
        менше_як менее менее_чем меньше меньше_чем weniger_als unter mniej_niż""",
}
"""Bound -> the words before a number that state it."""

BEHIND: dict[Bound, str] = {
    Bound.AT_LEAST: """or_more and_more or_above + або_більше і_більше чи_більше или_более и_более
        или_больше и_больше""",
    Bound.ABOUT: "or_so or_thereabouts чи_близько_того або_близько_того или_около_того",
    Bound.UP_TO: "at_most or_fewer or_less або_менше или_меньше или_менее",
}
"""The same for words behind a number."""

RATES: dict[Per, str] = {
    Per.WORKING_DAY: "working_day робочий_день робочого_дня рабочий_день рабочего_дня",
    Per.DAY: """a_day per_day daily each_day every_day щодня щоденно на_день на_добу за_добу
        щодоби в_день в_сутки ежедневно каждый_день кожного_дня кожен_день pro_tag täglich
        dziennie""",
    Per.WEEK: """a_week per_week weekly each_week every_week щотижня на_тиждень в_неделю
        еженедельно каждую_неделю кожного_тижня pro_woche wöchentlich tygodniowo""",
    Per.MONTH: """a_month per_month monthly each_month every_month щомісяця щомісячно на_місяць
        в_місяць в_месяц ежемесячно каждый_месяц кожного_місяця помісячно pro_monat monatlich
        miesięcznie""",
}
"""Rate -> the words that state it."""

NUMBERS: dict[float, str] = {
    0.5: "пів",
    1: "one один одна одну одної одного ein eine jeden",
    1.5: "півтори полтора полторы",
    2: "two два дві двох двоє двое двух двома двумя zwei dwa dwóch dwoje",
    3: "three три трьох троє трое трех трьома тремя drei trzy trzech troje",
    4: "four чотири чотирьох четверо четыре четырех vier cztery czterech",
    5: "five п'ять п'яти п'ятеро п'ятьох пять пяти пятеро fünf pięć pięciu",
    6: "six шість шести шестеро шістьох шесть sechs sześć sześciu",
    7: "seven сім семи семеро сімох семь sieben siedem siedmiu",
    8: "eight вісім восьми восьмеро вісьмох восемь acht osiem ośmiu",
    9: "nine дев'ять дев'яти дев'ятьох девять девяти neun dziewięć dziewięciu",
    10: "ten десять десяти десятьох десятеро zehn dziesięć dziesięciu",
    11: "eleven одинадцять одинадцяти одиннадцать одиннадцати elf jedenaście",
    12: "twelve dozen дванадцять дванадцяти двенадцать двенадцати дюжина дюжину zwölf dwanaście",
    15: "fifteen п'ятнадцять п'ятнадцяти пятнадцать пятнадцати fünfzehn piętnaście",
    20: "twenty двадцять двадцяти двадцать двадцати zwanzig dwadzieścia",
    30: "thirty тридцять тридцяти тридцать тридцати dreißig trzydzieści",
    40: "forty сорок сорока vierzig czterdzieści",
    50: "fifty п'ятдесят п'ятдесяти пятьдесят пятидесяти fünfzig pięćdziesiąt",
    60: "sixty шістдесят шістдесяти шестьдесят шестидесяти sechzig",
    70: "seventy сімдесят сімдесяти семьдесят семидесяти siebzig",
    80: "eighty вісімдесят вісімдесяти восемьдесят восьмидесяти achtzig",
    90: "ninety дев'яносто девяносто девяноста neunzig",
    100: "сто ста сотня сотню",
    200: "двісті двохсот двести двухсот",
    300: "триста трьохсот трехсот",
    400: "чотириста чотирьохсот четыреста четырехсот",
    500: "п'ятсот п'ятисот півтисячі пятьсот пятисот полтысячи",
    1000: "тисяча тисячу тысяча тысячу",
}
"""Number -> its words; those above twelve only where they stand alone or before a scale."""
NUMBER_OF = {word: number for number, words in NUMBERS.items() for word in words.split()}

SCALES: dict[int, str] = {
    12: "dozen dozens",
    100: "hundred сотня сотню hundert",
    1000: """k thousand thousands тис тисяч тисячі тисяча тисячу тисячами тыс тысяч тысячи тысяча
        тысячу тысячами tsd tausend tys tysiąc tysiące tysięcy к""",
    1_000_000: """m mln million millions mio млн мільйон мільйона мільйони мільйонів миллион
        миллиона миллионов миллионы millionen milion miliona miliony milionów""",
}
"""Scale -> the words that multiply the number before them."""

MONTHS: tuple[str, ...] = (
    "january jan січень січня січні січнем "
    "январь января январе январем januar stycznia styczeń styczniu",
    "february feb лютий лютого лютому лютим февраль февраля феврале februar lutego luty lutym",
    "march mar березень березня березні березнем март марта марте märz marca marzec marcu",
    "april apr квітень квітня квітні квітнем апрель апреля апреле kwietnia kwiecień kwietniu",
    "may травень травня травні травнем май мая мае mai maja maj maju",
    "june jun червень червня червні червнем июнь июня июне juni czerwca czerwiec czerwcu",
    "july jul липень липня липні липнем июль июля июле juli lipca lipiec lipcu",
    "august aug серпень серпня серпні серпнем август августа августе sierpnia sierpień sierpniu",
    "september sept sep вересень вересня вересні вереснем "
    "сентябрь сентября сентябре września wrzesień",
    "october oct жовтень жовтня жовтні жовтнем "
    "октябрь октября октябре октябрем oktober października październik",
    "november nov листопад листопада листопаді листопадом ноябрь ноября ноябре listopada listopad",
    "december dec грудень грудня грудні груднем "
    "декабрь декабря декабре dezember grudnia grudzień grudniu",
)
"""The words of each month, January first."""

FORCES: dict[str, str] = {
    "russia": """russia* russisch* russland* росі* росси* рф rosyjsk* rosji moscow's kremlin's
        occupiers окупант* оккупант*""",
    "ukraine": "ukrain* ukraiń* україн* украин* зсу всу afu сил_оборони",
}
"""Root of the unit tree -> the words of that force."""

CATEGORIES: dict[str, str] = {
    "mobilised": "mobilised mobilized mobik* мобілізован* мобилизованн*",
    "contract": "contract контракт*",
    "conscript": "conscript* строковик* срочник*",
    "convict": "convict* inmate* засуджен* в'язн* зек* заключенн* осужденн*_из prisoner*",
    "junior officers": "junior_officer* молодш*_офіцер* младш*_офицер*",
    "officer": "officer* офіцер* офицер*",
}
"""Category of personnel -> its words."""

RELATIVE: str = """last_year last_month this_year this_month last_week this_week yesterday today
    since_the year_so_far previous_year previous_month торік цього_року минулого_року
    минулого_місяця цього_місяця вчора сьогодні цьогоріч з_початку прошлом_году этом_году
    прошлого_года этого_года прошлом_месяце вчера сегодня с_начала"""
"""Words for a time that cannot be told without the day of the article."""

NAME_WORDS: dict[str, str] = {
    "defence": "defense оборон*",
    "ministry": "minister* міністерств* министерств*",
    "ministry defence": "mod міноборон* минобор*",
    "ministry internal affairs": "мвд мвс mvd",
    "ministry foreign affairs": "мид мзс",
    "intelligence": "розвід* развед*",
    "hur": "gur гур hur's gur's",
    "staff general": "генштаб*",
    "staff": "штаб*",
    "general": "generals генерал*",
    "prosecutor": "prosecutor* прокур*",
    "prosecutor general": "генпрокур* огп огпу",
    "judicial": "судов* судебн*",
    "judiciary": "судов* судебн*",
    "department": "департамент*",
    "supreme": "верховн*",
    "court": "courts суд суду суді суде суда",
    "bureau state investigation": "дбр гбр sbi dbr gbr",
    "bureau": "бюро",
    "state": "державн* государственн*",
    "investigation": "розслідуван* расследован*",
    "military": "військов* воен* військ",
    "law enforcement": "правопоряд*",
    "service": "служб*",
    "police": "поліц* полиц*",
    "parliament": "парламент* lawmaker mp депутат* нардеп*",
    "source": "sources джерел* источник*",
    "press": "прес пресцентр* пресс*",
    "centre": "center центр* пресцентр*",
    "uk": "british britain британ* britain's",
    "us": "american сша американ*",
    "special": "спеціальн* специальн* спецназ*",
    "rapporteur special": "спецдопов* спецдоклад*",
    "un": "оон",
    "human": "людин* человек*",
    "rights": "прав",
    "russian": "російськ* российск* русск*",
    "russia": "рф росії россии росія россия russia's",
    "ukraine": "україн* украин* ukrainian ukraine's",
    "important": "важлив* важн*",
    "stories": "істор* истор*",
    "bbc": "бі-бі-сі би-би-си ввс",
    "news": "новости новини",
    "conscript": "призовник* призывник*",
    "school": "школ*",
    "free": "вільн* свободн*",
    "foundation": "фонд*",
    "buryatia": "бурят*",
    "europe": "європ* европ*",
    "administration": "адміністрац* администрац*",
    "regional military administration": "ова ода",
    "regional": "обласн* областн*",
    "southern": "південн* південь півдня южн* юга",
    "central": "центральн*",
    "district": "округ* район*",
    "forces": "сил сили силы військ військам войск*",
    "armed": "збройн* вооруженн*",
    "leaked": "leak злит* витік* утечк* слит*",
    "documents": "документ*",
    "list": "список списк*",
    "motor rifle": "мотостріл* мотострел*",
    "guards": "гвардійськ* гвардейск*",
    "mechanised": "mechanized механізован* механизированн*",
    "tank": "танков*",
    "army": "армія армії армію армией армии",
    "combined arms": "загальновійськов* общевойсков*",
    "brigade": "brigade's бригад* омбр обр омсбр",
    "division": "дивізі* дивизи*",
    "regiment": "полк полку полка полком полці",
    "battalion": "батальйон* батальон*",
    "company": "рота роти роты",
    "base": "баз*",
    "airborne": "вдв десантн* vdv",
    "naval": "морськ* морск*",
    "infantry": "піхот* пехот*",
    "territorial": "тероборон* територіальн* территориальн* тро",
    "coastal": "берегов*",
    "separate": "окрем* отдельн*",
    "national": "національн* национальн*",
    "guard": "гвардія гвардії гвардия гвардии",
    "national guard": "rosgvardia rosgvardiya росгвард*",
    "fleet": "флот*",
    "black sea": "чорноморськ* черноморск*",
    "group": "груп* пвк чвк",
    "region": "oblast област* region's",
    "french": "франц*",
    "france": "франці* франци*",
    "poland": "polish польщ* польш* polish польськ* польск*",
    "security": "безпек* безопасност* силов*",
    "official": "чиновник* посадов* представник*",
    "commander": "командир* комбат*",
    "officer": "офіцер* офицер*",
    "medic": "медик*",
    "wives": "дружин* жены жён жен",
    "relative": "родич* родственник*",
    "mobilised": "mobilized мобілізован* мобилизованн*",
    "activists": "активіст* активист*",
    "lesom": "лісом лесом",
    "moscow": "москв* московськ* московск*",
    "kiev kyiv": "київ* киев*",
    "crimea": "крим* крым*",
    "camps": "табор* лагер*",
    "training": "навчальн* учебн* полігон* полигон*",
    "north-western": "північно-захід* северо-запад*",
    "occupied": "окупован* оккупированн*",
    "abroad": "кордоном границей рубежом",
    "insider": "інсайдер* инсайдер*",
    "telegraph": "телеграф*",
}
"""A word of a name in the file (or several that one stands for) -> its other words in a text."""
