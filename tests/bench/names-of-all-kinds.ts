import { addDays } from "../../shared/dates.ts";

/** A kind of name found in the United Kingdom: every surname goes with every forename. */
interface NameKind {
  readonly kind: string;
  readonly surnames: readonly string[];
  readonly forenames: readonly string[];
}

const ENGLISH = ["Alan", "Beatrice", "Clare", "Edward", "Grace", "Harry", "Joanne", "Ruth"];

const names = (text: string): string[] => text.split(", ");

/** What people are called, as they or whoever wrote them down spell it; nobody in particular. */
export const NAME_KINDS: readonly NameKind[] = [
  { kind: "English", surnames: names("Ashfield, Brookham, Thornley, Wetherby"), forenames: ENGLISH },
  {
    kind: "hyphens",
    surnames: names("Smith-Adams, Hart‐Dyke, Lane‑Fox, Ash–Moor"),
    forenames: names("Mary-Jane, Jean‑Luc, Ann"),
  },
  { kind: "double without a hyphen", surnames: names("Brae Small, Vaughan Thomas, Lloyd Parry"), forenames: ENGLISH },
  {
    kind: "straight apostrophe",
    surnames: names("O'Farrow, D'Arbon, M'Kell, O'Mara-Finn"),
    forenames: names("D'Arcy, Nuala"),
  },
  { kind: "curly apostrophe", surnames: names("O’Garvan, D’Orlan, O’Hessan"), forenames: names("T’Shan, Nuala") },
  {
    kind: "opening quotation mark",
    surnames: names("O‘Tarran, O‘Moyan, O‛Carra"),
    forenames: names("Nuala, Brendan"),
  },
  { kind: "modifier apostrophe", surnames: names("OʼLunnan, OʻKeldan, Kaʻale"), forenames: names("Nuala, Malia") },
  {
    kind: "grave and acute for apostrophe",
    surnames: names("O`Brannan, O´Rennan, D´Evran"),
    forenames: names("Nuala, Brendan"),
  },
  { kind: "prime and full width", surnames: names("O′Shellan, O＇Quillan"), forenames: names("Nuala, Brendan") },
  {
    kind: "Mac and Mc",
    surnames: names("MacAlden, McAlden, Macken, Mac Giolla, MacKell, McKell, M’Alden"),
    forenames: names("Hamish, Eilidh, Catrìona"),
  },
  {
    kind: "Irish",
    surnames: names("Ó Súillean, Ní Bhríain, Mac Cárthaín, Uí Dhálan"),
    forenames: names("Siobhán, Pádraig, Áine, Séamus Óg"),
  },
  {
    kind: "Gaelic",
    surnames: names("MacÌomhar, NicDhòmhn, Caimbeulach"),
    forenames: names("Mòrag, Ruairidh, Seònaid"),
  },
  {
    kind: "Welsh",
    surnames: names("ap Gwyllan, ferch Ifan, Llŷr, Siôr"),
    forenames: names("Siân, Llŷwelyn, Gwenllïan, Tŷson"),
  },
  {
    kind: "particles",
    surnames: names("de la Marre, van der Bruggen, von Ostheim, di Pietrano, du Vallon, le Fevrey, St. Aubyn"),
    forenames: names("Pieter, Chiara, Eleanor"),
  },
  {
    kind: "bin, ibn, al-",
    surnames: names("bin Rashidan, ibn Yusufi, al-Hakeemi, Al Mansoorani, el-Sayyidi, Abd al-Rahmani"),
    forenames: names("Mohammed, Muhammad, Mohamed, Fatima Zahra"),
  },
  {
    kind: "transliterated from Arabic script",
    surnames: names("ʿAbbāsi, Saʿīdan, Qurʾani, Ḥusaynī, Khāṭibi"),
    forenames: names("Maḥmūd, ʿĀʾisha, Nūr"),
  },
  {
    kind: "Singh and Kaur",
    surnames: names("Singh, Kaur, Singh Dhanoa, Kaur Bassan"),
    forenames: names("Harpreet, Gurdeep, Jaswinder Pal"),
  },
  {
    kind: "South Asian",
    surnames: names("Patelwar, Begum, Khatunya, Venkataramanathaswamy, Śrīnivāsanan"),
    forenames: names("Priya, Mohammed Imran, Lakṣmī"),
  },
  {
    kind: "Chinese",
    surnames: names("Wangzhi, Ouyang, Lǚzhang, Xú-Lam, 李, 歐陽"),
    forenames: names("Xiao-ming, Wai Kit, Jìng, 明"),
  },
  { kind: "one letter", surnames: names("O, E, U, Ó"), forenames: names("A, Min Jun, J. R.") },
  { kind: "one name", surnames: names("Suhartini, Mononym, Tenzing-La, Ngawang"), forenames: [""] },
  {
    kind: "Polish",
    surnames: names("Zielińska, Wójcikowska, Łabędzki, Świątkow, Żuławska-Gąsior"),
    forenames: names("Michał, Małgorzata, Józef"),
  },
  {
    kind: "Romanian",
    surnames: names("Ștefănescan, Țurcanu, Şerbanu, Ţepeşan, Brâncovan"),
    forenames: names("Ionuț, Mădălina, Iuliană"),
  },
  {
    kind: "Lithuanian and Latvian",
    surnames: names("Kazlauskaitė, Žemaitienė, Šimkūnas, Bērziņa, Čepulytė-Ąžuolė"),
    forenames: names("Eglė, Žydrūnas, Ķirsa"),
  },
  {
    kind: "Turkish",
    surnames: names("Yıldızlı, İpekçi, Çağlarım, Işıkgöz, Şahinoğlu"),
    forenames: names("Işıl, İbrahim, Gökçe, Ayşe"),
  },
  {
    kind: "Azeri, Maltese, Croatian",
    surnames: names("Əliyevan, Ħabeġġan, Đurđevan, Għaxqi"),
    forenames: names("Ġorġ, Ħniena, Gülnarə"),
  },
  {
    kind: "Vietnamese",
    surnames: names("Nguyễnan, Đặngvi, Phạmơ, Trươngkha"),
    forenames: names("Thị Ngọc Ánh, Văn Đức, Phượng"),
  },
  {
    kind: "Yoruba, Igbo, Ewe",
    surnames: names("Adéṣọlá, Ọ̀ṣunwálé, Ògúnṣẹ̀yẹ, Nwọsụka, Ɖogbean, Kɔfigan"),
    forenames: names("Ọláwálé, Títílayọ̀, Chịdịebere"),
  },
  {
    kind: "Icelandic and Nordic",
    surnames: names("Þórsdan, Guðrúnardan, Ångströman, Sørenskov, Mølgæran"),
    forenames: names("Björk, Åse, Ægir"),
  },
  {
    kind: "French, Spanish, Portuguese",
    surnames: names("Lefèvran, Núñezar, Conceição Muralha, Œuvrard, Peña y Lozan"),
    forenames: names("Zoë, José María, Françoise"),
  },
  {
    kind: "German and Hungarian",
    surnames: names("Weißenfeldt, GROẞMANNER, Müllerin, Szőkefi"),
    forenames: names("Jürgen, Ágnes, Jörg-Uwe"),
  },
  {
    kind: "Greek, Cyrillic, Hebrew letters",
    surnames: names("Παπαδάκη, Ковалёва, Їжакевич, כהנא"),
    forenames: names("Άννα, Олёна, שרה"),
  },
  {
    kind: "case of its own",
    surnames: names("DE SOUZANA, mcdonnellan, deVriesen, LeBlancor"),
    forenames: names("ANN, bell, JoAnn, LaToya"),
  },
  {
    kind: "very long",
    surnames: names(
      `Featherstone-Haughleigh-Cholmondelay-Wriothesleyan-Beauchampley-Leveson-Gowerby-Montagu-Stuartley-Wortleyan, Wolfeschlegelsteinhausen${"bergerdorff".repeat(10)}`,
    ),
    forenames: names(`Ann ${"Mary ".repeat(30)}Jane, Rhoshandiatellyneshiaunneveshenkan`),
  },
  {
    kind: "dots and numbers",
    surnames: names("St.Clairan, Jnr. Moor, Windermere III"),
    forenames: names("J.R., Robert Jr., A. B. C."),
  },
  {
    kind: "combining marks of their own",
    surnames: names("Siobha\u0301nley, Zielin\u0301ski, Ạde\u0301wa\u0300le"),
    forenames: names("Zoe\u0308, Ame\u0301lie"),
  },
  {
    kind: "marks nobody sees",
    surnames: names("Hid\u00ADden, Zero\u200BWidthan, Left\u200EMark, Join\u200DErman"),
    forenames: ["Ann\u00A0Marie", "Ann\u2009Lou"],
  },
];

/** A person who does not exist, whose name is of one kind after the other. */
export interface NamedPerson {
  readonly nino: string;
  readonly kind: string;
  readonly surname: string;
  readonly forenames: string;
  readonly dateOfBirth: string;
}

/** A person by a number below 800,000; every name of a kind comes before any comes again. */
export function namedPerson(number: number): NamedPerson {
  const { kind, surnames, forenames } = NAME_KINDS[number % NAME_KINDS.length] as NameKind;
  const turn = Math.floor(number / NAME_KINDS.length);
  return {
    nino: `QQ${200_000 + number}A`,
    kind,
    surname: surnames[turn % surnames.length] as string,
    forenames: forenames[Math.floor(turn / surnames.length) % forenames.length] as string,
    dateOfBirth: addDays("1947-01-01", (number * 61) % 17_000),
  };
}

/** An import file with so many of them. */
export function namesFile(count: number): string {
  const rows = Array.from({ length: count }, (_, number) => {
    const { nino, surname, forenames, dateOfBirth } = namedPerson(number);
    return `${nino},Ms,${surname},${forenames},${dateOfBirth},${number} Harbour Street,Kelbridge,KB1 1AA,01632 960${number % 1000},ESA,ESA,WRAG,part time,full,no`;
  });
  return `${HEADER}\n${rows.join("\n")}\n`;
}

const HEADER =
  "nino,title,surname,forenames,date_of_birth,address_1,address_2,postcode,telephone,benefit,client_group,status,preferred_hours,driving_licence,car_owner";
