"""Texts of our own with what should be read of them: each number, and what it is.

A claim by its id; `id*` where the text changed it; `one|other` where the evidence does not
decide; `new` for what is not in the data; a number of another thing is not listed at all. A ratio
is listed as `bears out`, `does not` or `untested`.
"""

HUR = "hur-southern-military-district-2024-04"
ARMY_8 = "hur-8-combined-arms-army-2024-04"
ARMY_58 = "hur-58-combined-arms-army-2024-04"
JANUARY = "idite-lesom-2024-01"
YEAR_BEFORE = "idite-lesom-2023-01"
MARCH = "mediazona-awol-verdicts-2024-03"
PER_DAY = "mediazona-awol-verdicts-per-working-day-2024-03"

Text = tuple[str, dict[str, str]]

ENGLISH: tuple[Text, ...] = (
    (
        "More than 18,000 soldiers have deserted from the Southern Military District, Ukraine's "
        "military intelligence said on 29 April 2024.",
        {"More than 18,000": HUR},
    ),
    (
        "As many as 18,000 troops fled Russia's Southern Military District by 29 April 2024, "
        "according to HUR.",
        {"As many as 18,000": f"{HUR}*"},
    ),
    (
        "HUR said on 29 April 2024 that over 18k Russian servicemen of the Southern Military "
        "District had left their units, about 12 thousand of them in the 8th Combined Arms Army "
        "and 2,500 in the 58th Combined Arms Army.",
        {"over 18k": HUR, "about 12 thousand": ARMY_8, "2,500": ARMY_58},
    ),
    (
        "Over 1800 Russian soldiers deserted from the Southern Military District, Ukraine's HUR "
        "said on 29 April 2024.",
        {"Over 1800": f"{HUR}*"},
    ),
    (
        "Over 180,000 Russian soldiers deserted from the Southern Military District, Ukraine's "
        "HUR said on 29 April 2024.",
        {"Over 180,000": f"{HUR}*"},
    ),
    (
        "Idite Lesom received 284 requests for help in January 2024, ten times more than the 28 a "
        "year earlier.",
        {"284": JANUARY, "ten times": "bears out", "28": YEAR_BEFORE},
    ),
    (
        "In January 2024 alone, 284 deserters were counted by Get Lost, a tenfold rise.",
        {"284": f"{JANUARY}*", "tenfold": "bears out"},
    ),
    (
        "Idite Lesom received 284 requests for help in January 2024, triple the 28 of January "
        "2023.",
        {"284": JANUARY, "triple": "does not", "28": YEAR_BEFORE},
    ),
    (
        "Russian courts handed down 684 verdicts for absence without leave in March 2024, "
        "Mediazona counted, or 34 per working day.",
        {"684": MARCH, "34": PER_DAY},
    ),
    (
        "Mediazona found 648 sentences for AWOL in March 2024.",
        {"648": f"{MARCH}*"},
    ),
    (
        "Mediazona found 64 sentences for AWOL in March 2024.",
        {"64": f"{MARCH}*"},
    ),
    (
        "According to TASS, 684 verdicts for absence without leave were handed down in March 2024 "
        "in Russia.",
        {"684": f"{MARCH}*"},
    ),
    (
        "Russian courts passed 684 verdicts for absence without leave, says Mediazona.",
        {"684": f"{MARCH}*"},
    ),
    (
        "In March 2024 Mediazona counted 684 deserters in Russia.",
        {"684": f"{MARCH}*"},
    ),
    (
        "Russia lost 18,000 soldiers killed in April 2024, while more than 18,000 deserted from "
        "the Southern Military District, HUR reported.",
        {"more than 18,000": HUR},
    ),
    (
        "Some 3,000 men were wounded and 300 were taken prisoner near Bakhmut. The bonus is "
        "500 dollars; Ivan, aged 34, served for 12 months in the 58th Army.",
        {},
    ),
    (
        "The soldier, 26, was tried under Article 337 of the Criminal Code at 12:30 on 21 "
        "September 2022. Call +380 44 123 45 67 or see https://example.org/18000/684.",
        {},
    ),
    (
        "In 1 995 the army was larger. In 2024, it was not.",
        {},
    ),
    (
        "HUR said more than 18\n000 people had deserted from the Southern Military District up "
        "to 29 April 2024.",
        {"more than 18 000": HUR},
    ),
    (
        "Prosecutors registered 17,658 cases of absence without leave in Ukraine in 2023 and "
        "7,883 of desertion.",
        {
            "17,658": "prosecutor-general-ua-awol-2023",
            "7,883": "prosecutor-general-ua-desertion-2023",
        },
    ),
    (
        "Ukraine's Prosecutor General's Office opened 67,840 criminal cases for AWOL in 2024, "
        "almost four times as many as the 17,658 of 2023.",
        {
            "67,840": "prosecutor-general-ua-awol-2024",
            "four times": "bears out",
            "17,658": "prosecutor-general-ua-awol-2023",
        },
    ),
    (
        "Ukraine's Prosecutor General's Office says 67,840 soldiers deserted in 2024.",
        {"67,840": "prosecutor-general-ua-awol-2024*"},
    ),
    (
        "A source in the prosecutor's office told the BBC that 100,000 to 150,000 Ukrainian "
        "soldiers had left their units by November 2024.",
        {"100,000 to 150,000": "prosecutor-general-source-ua-left-unit-2024-11"},
    ),
    (
        "Ukraine's Prosecutor General's Office opened 67,840 criminal cases for AWOL in 2024, "
        "while in Russia Mediazona counted 684 verdicts for AWOL in March 2024 alone.",
        {"67,840": "prosecutor-general-ua-awol-2024", "684": MARCH},
    ),
    (
        "Some 400,000 soldiers have deserted.",
        {"Some 400,000": "russian-security-source-left-unit-2025-08*|skorokhod-left-unit-2025-08*"},
    ),
    (
        "The commander said 4,321 men of his had deserted.",
        {"4,321": "new"},
    ),
    (
        "The army has 900 tanks, 30,000 recruits and 12 villages to hold for 45 days.",
        {},
    ),
    (
        "Frontelligence Insight counted 7,777 deserters in the Russian army in 2024.",
        {"7,777": "new"},
    ),
    (
        "Butusov wrote that about 1,700 soldiers of the 155th Brigade went AWOL by December 2024, "
        "some 50 of them in France.",
        {
            "about 1,700": "butusov-155-mechanised-brigade-2024-12",
            "some 50": "butusov-155-mechanised-brigade-france-2024-12",
        },
    ),
    (
        "Some 1,700 soldiers of the 155th Brigade went AWOL, journalist Butusov said in December "
        "2024; 50 were killed at the front.",
        {"Some 1,700": "butusov-155-mechanised-brigade-2024-12"},
    ),
    (
        "Russia's defence ministry claims up to 30,000 Ukrainian soldiers leave their units every "
        "month, as of December 2025.",
        {"up to 30,000": "defence-ministry-russia-ukraine-left-unit-2025-12"},
    ),
    (
        "Russia's defence ministry claims up to 30,000 Ukrainian soldiers left their units in "
        "December 2025.",
        {"up to 30,000": "defence-ministry-russia-ukraine-left-unit-2025-12*"},
    ),
    (
        "I Want to Live has had 22,239 applications to surrender by 18 August 2023.",
        {"22,239": "i-want-to-live-requests-2023-08-18"},
    ),
    (
        "I Want to Live says 22,239 Russian soldiers surrendered by 18 August 2023.",
        {"22,239": "i-want-to-live-requests-2023-08-18*"},
    ),
    (
        "Boyko put the number of criminal cases at 17,593 in December 2024, triple the 9,984 of "
        "November 2024.",
        {
            "17,593": "boyko-evasion-2024-12",
            "triple": "does not",
            "9,984": "boyko-evasion-2024-11",
        },
    ),
    (
        "Opendatabot says 161,461 AWOL cases were opened from January to October 2025 in Ukraine.",
        {"161,461": "opendatabot-awol-2025-jan-oct"},
    ),
    (
        "Opendatabot says 161,461 AWOL cases were opened in October 2025 in Ukraine.",
        {"161,461": "opendatabot-awol-2025-jan-oct*"},
    ),
    (
        "In the first half of 2025, some 107,672 criminal proceedings were opened over AWOL and "
        "desertion in Ukraine, lawyer Volodymyr Boyko wrote, 20% more than in all of 2024 "
        "(89,449).",
        {
            "some 107,672": "boyko-evasion-2025-jan-jun",
            "20%": "bears out",
            "89,449": "boyko-evasion-2024",
        },
    ),
    (
        "The number of AWOL cases in Ukraine rose from 17,658 in 2023 to 67,840 in 2024.",
        {
            "17,658": "prosecutor-general-ua-awol-2023",
            "67,840": "prosecutor-general-ua-awol-2024",
        },
    ),
    (
        "A source in the Prosecutor General's Office said between 100,000 and 150,000 soldiers "
        "are on the run. Butusov's brigade lost 2,000 men and 30 drones worth $1.5 million.",
        {"100,000 and 150,000": "prosecutor-general-source-ua-left-unit-2024-11*"},
    ),
    (
        "Verstka counted at least 1,793 refuseniks by 21 July 2022. Between Jan. 1 and Dec. 8, "
        "2024, Ukrainian courts got 7,068 AWOL cases; 849 ended in a conviction.",
        {
            "at least 1,793": "verstka-refused-2022-07",
            "7,068": "judiciary-source-ua-awol-court-2024",
            "849": "judiciary-source-ua-awol-verdicts-2024",
        },
    ),
    (
        "Last year the number of deserters rose from 5,000 to 10,400, that is it doubled; the army "
        "has 3 brigades here.",
        {"5,000": "new", "10,400": "new", "doubled": "bears out"},
    ),
    (
        "The register lists 20 cases.",
        {"20": "new"},
    ),
    (
        "Two dozen soldiers fled their base, twelve were held in a basement.",
        {"Two dozen": "new", "twelve": "new"},
    ),
    (
        "About 300,000 cases of absence without leave have been opened, lawmaker Honcharenko said "
        "on 25 October 2025.",
        {"About 300,000": "honcharenko-awol-total-2025-10"},
    ),
)

UKRAINIAN: tuple[Text, ...] = (
    (
        "За даними ОГП, за десять місяців 2025 року зареєстровано понад 162 тисячі проваджень за "
        "статтею 407 (СЗЧ) і майже 21,6 тис. за статтею 408 (дезертирство).",
        {
            "понад 162 тисячі": "prosecutor-general-ua-awol-2025-jan-oct",
            "майже 21,6 тис.": "prosecutor-general-ua-desertion-2025-jan-oct",
        },
    ),
    (
        "Журналіст Бойко каже, що щодня самовільно залишають частини понад 1000 військових. "
        "Втрати бригади сягають 300 загиблих.",
        {"понад 1000": "boyko-left-unit-2025-12*"},
    ),
    (
        "Понад 18 тисяч військових дезертирували з Південного військового округу РФ, повідомило "
        "ГУР 29 квітня 2024 року.",
        {"Понад 18 тисяч": HUR},
    ),
    (
        "До 18 тис. військових дезертирували з Південного військового округу РФ станом на "
        "29 квітня 2024 року, за даними ГУР.",
        {"До 18 тис.": f"{HUR}*"},
    ),
    (
        "За даними ГУР, станом на 29 квітня 2024 року з 8-ї загальновійськової армії втекли "
        "близько 12 000 військових, а з 58-ї загальновійськової армії близько 2500.",
        {"близько 12 000": ARMY_8, "близько 2500": ARMY_58},
    ),
    (
        "У січні 2024 року «Ідіть лісом» отримав 284 звернення по допомогу, вдесятеро більше, "
        "ніж роком раніше (28).",
        {"284": JANUARY, "вдесятеро": "bears out", "28": YEAR_BEFORE},
    ),
    (
        "За підрахунками «Медіазони», у березні 2024 року російські суди винесли 684 вироки за "
        "самовільне залишення частини, це 34 вироки на робочий день.",
        {"684": MARCH, "34": PER_DAY},
    ),
    (
        "«Медіазона» нарахувала 684 дезертири у березні 2024 року.",
        {"684": f"{MARCH}*"},
    ),
    (
        "За 2023 рік Офіс генпрокурора відкрив 17 658 проваджень за СЗЧ і 7 883 за дезертирство.",
        {
            "17 658": "prosecutor-general-ua-awol-2023",
            "7 883": "prosecutor-general-ua-desertion-2023",
        },
    ),
    (
        "Офіс генпрокурора: 17 658 військових пішли в СЗЧ у 2023 році.",
        {"17 658": "prosecutor-general-ua-awol-2023*"},
    ),
    (
        "ДБР повідомило, що за січень-серпень 2025 року зареєстровано 121 024 провадження за СЗЧ "
        "та 17 034 за дезертирство.",
        {
            "121 024": "state-bureau-of-investigation-ua-awol-2025-jan-aug",
            "17 034": "state-bureau-of-investigation-ua-desertion-2025-jan-aug",
        },
    ),
    (
        "Понад 29 тисяч військових повернулися на службу після СЗЧ, заявили у ДБР 5 серпня "
        "2025 року.",
        {"Понад 29 тисяч": "state-bureau-of-investigation-ua-returned-2025-08"},
    ),
    (
        "Близько 1700 військових 155-ї бригади самовільно залишили частину, писав Бутусов у "
        "грудні 2024 року. Йому 48 років.",
        {"Близько 1700": "butusov-155-mechanised-brigade-2024-12"},
    ),
    (
        "Росія втратила понад 18 000 військових убитими. Штраф становить 17 000 гривень. "
        "Полонених повернули 300. Стаття 407 ККУ, ч. 4 ст. 408.",
        {},
    ),
    (
        "У 1 995 році, о 12:30, 155 окрема механізована бригада мала 30 танків.",
        {},
    ),
    (
        "Бойко: у грудні 2024 року відкрито 17 593 провадження за СЗЧ та дезертирство.",
        {"17 593": "boyko-evasion-2024-12"},
    ),
    (
        "Щомісяця близько 20 тисяч військових самовільно залишають частини, сказав у січні 2026 "
        "року начальник медичної служби батальйону «Вовки Да Вінчі».",
        {"близько 20 тисяч": "da-vinci-wolves-medical-head-left-unit-2026-01"},
    ),
    (
        "Скороход заявила 4 серпня 2025 року про майже 400 тис. військових у СЗЧ.",
        {"майже 400 тис.": "skorokhod-left-unit-2025-08"},
    ),
    (
        "За словами Гончаренка, станом на 25 жовтня 2025 року відкрито близько 300 тисяч справ "
        "про СЗЧ.",
        {"близько 300 тисяч": "honcharenko-awol-total-2025-10"},
    ),
    (
        "Опендатабот: від січня до жовтня 2025 року відкрито 161 461 справу за СЗЧ, учетверо "
        "більше, ніж 41 950 за той самий час 2024 року.",
        {
            "161 461": "opendatabot-awol-2025-jan-oct",
            "учетверо": "bears out",
            "41 950": "opendatabot-awol-2024-jan-oct",
        },
    ),
    (
        "Проєкт «Хочу жити» має 22 239 заявок на здачу в полон станом на 18 серпня 2023 року.",
        {"22 239": "i-want-to-live-requests-2023-08-18"},
    ),
    (
        "У частині не вистачає 4 321 військового, усі пішли в СЗЧ.",
        {"4 321": "new"},
    ),
)

RUSSIAN: tuple[Text, ...] = (
    (
        "Из 20-й гвардейской мотострелковой дивизии к апрелю 2024 года сбежали 1010 человек, из "
        "них 858 контрактников, 150 мобилизованных и 26 младших офицеров.",
        {
            "1010": "20-division-leak-2024-04",
            "858": "20-division-leak-contract-2024-04",
            "150": "20-division-leak-mobilised-2024-04",
            "26": "20-division-leak-junior-officers-2024-04",
        },
    ),
    (
        "«Важные истории» со ссылкой на слитые документы Минобороны РФ: к 15 декабря 2024 года "
        "часть покинули 50 554 военных. Потери составили 1 000 000 человек.",
        {"50 554": "russian-mod-leak-2024-12"},
    ),
    (
        "В 2024 году в гарнизонные суды поступило 10 308 дел об уклонении от службы, подсчитала "
        "«Медиазона». Это почти вдвое больше, чем в 2023 году (5517).",
        {
            "10 308": "mediazona-evasion-court-2024",
            "вдвое": "bears out",
            "5517": "mediazona-evasion-court-2023",
        },
    ),
    (
        "Более 18 тысяч военных дезертировали из Южного военного округа, сообщило ГУР "
        "29 апреля 2024 года.",
        {"Более 18 тысяч": HUR},
    ),
    (
        "До 18 тыс. военных сбежали из Южного военного округа к 29 апреля 2024 года, по данным "
        "ГУР.",
        {"До 18 тыс.": f"{HUR}*"},
    ),
    (
        "«Медиазона» насчитала в марте 2024 года 684 приговора за самовольное оставление части, "
        "34 в рабочий день.",
        {"684": MARCH, "34": PER_DAY},
    ),
    (
        "«Медиазона» насчитала в марте 2024 года 6840 приговоров за самовольное оставление части.",
        {"6840": f"{MARCH}*"},
    ),
    (
        "В январе 2024 года «Идите лесом» получил 284 обращения за помощью, в десять раз больше, "
        "чем годом ранее, когда их было 28.",
        {"284": JANUARY, "десять раз": "bears out", "28": YEAR_BEFORE},
    ),
    (
        "В январе 2024 года «Идите лесом» насчитал 284 дезертира.",
        {"284": f"{JANUARY}*"},
    ),
    (
        "Генпрокуратура Украины в 2023 году возбудила 17 658 дел о СОЧ и 7883 дела о дезертирстве.",
        {
            "17 658": "prosecutor-general-ua-awol-2023",
            "7883": "prosecutor-general-ua-desertion-2023",
        },
    ),
    (
        "По данным Генпрокуратуры Украины, с января 2022 года по октябрь 2025 года возбуждено "
        "311 327 дел о самовольном оставлении части и дезертирстве.",
        {"311 327": "prosecutor-general-ua-evasion-total-2025-10"},
    ),
    (
        "По данным Минобороны РФ, до 30 тысяч украинских военных ежемесячно покидают части в "
        "декабре 2025 года.",
        {"до 30 тысяч": "defence-ministry-russia-ukraine-left-unit-2025-12"},
    ),
    (
        "Бойко сообщил, что в декабре 2025 года более 1000 украинских военных в день уходят в СОЧ.",
        {"более 1000": "boyko-left-unit-2025-12"},
    ),
    (
        "Погибли 300 солдат, ранены 684, в плен взяты 28. Ущерб 18 млн рублей. Ему 34 года.",
        {},
    ),
    (
        "8-я армия и 58-я армия стоят у 12 сел с 24 февраля 2022 года, телефон +7 495 123-45-67.",
        {},
    ),
    (
        "В марте 2024 года российские суды вынесли 684 приговора за самовольное оставление части, "
        "подсчитала «Медиазона»; Офис генпрокурора Украины открыл за 2024 год 67 840 дел о СОЧ.",
        {"684": MARCH, "67 840": "prosecutor-general-ua-awol-2024"},
    ),
    (
        "Около 1700 военных 155-й бригады самовольно оставили часть, писал Бутусов в декабре "
        "2024 года.",
        {"Около 1700": "butusov-155-mechanised-brigade-2024-12"},
    ),
    (
        "По сведениям источника ТАСС, не менее 400 тысяч украинских военных дезертировали к "
        "7 августа 2025 года.",
        {"не менее 400 тысяч": "russian-security-source-left-unit-2025-08"},
    ),
    (
        "В части сбежали 4321 военный.",
        {"4321": "new"},
    ),
    (
        "The Insider насчитал 8561 приговор за уклонение от службы в 2024 году, вдвое больше, чем "
        "4346 в 2023 году.",
        {
            "8561": "the-insider-evasion-verdicts-2024",
            "вдвое": "bears out",
            "4346": "the-insider-evasion-verdicts-2023",
        },
    ),
    (
        "На «Хочу жить» поступило 22 239 заявок о сдаче в плен к 18 августа 2023 года, каждый "
        "день приходят письма.",
        {"22 239": "i-want-to-live-requests-2023-08-18"},
    ),
)

OTHERS: tuple[Text, ...] = (
    (
        "Ponad 18 tysięcy żołnierzy zdezerterowało z Southern Military District do 29 kwietnia "
        "2024, podał HUR.",
        {"Ponad 18 tysięcy": HUR},
    ),
    (
        "Mehr als 18.000 Soldaten des Southern Military District sind bis 29.04.2024 desertiert, "
        "sagt der HUR.",
        {"Mehr als 18.000": HUR},
    ),
)

ALL: tuple[Text, ...] = (*ENGLISH, *UKRAINIAN, *RUSSIAN, *OTHERS)
