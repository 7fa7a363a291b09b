import { addDays } from "../../shared/dates.ts";

const SURNAME_STARTS =
  "Ash Bal Barr Beck Black Brad Camp Carl Char Clay Cold Cross Dal Darn Dun East Elder Fair Fern Field Gar Glen Gold Gran Hal Hard Haw Heath High Hol Hunt Kel Kirk Lang Lin Long Mac Marl Mid Mill Mont Mor Nor Oak Pem Pres Rad Red Rom Ros Sand Shaw Sher Stan Stock Stone Strath Thorn Tre Wald Ward West Whit Wood".split(
    " ",
  );
const SURNAME_ENDINGS =
  "bell borough bridge brook bury by cliffe combe cot croft dale den don er field ford gate grave ham hill holm house hurst ing land ley low man mere more ness ney over ridge rose sby shaw son stead stock stone ton wall ward water way well wick win wood worth yard".split(
    " ",
  );
const SECOND_SURNAMES = ["", "", "", "", "", "", "", "-Jones", "-Shah", " Okafor", "-Kowalska"];
const FORENAMES =
  "Aaliyah Adam Agnes Aisha Alan Alexandra Amir Andrew Angela Anjali Arthur Beatrice Benjamin Bethan Callum Catriona Chidi Clare Daniel David Dilip Donna Edward Eilidh Elena Farah Fiona Gareth George Grace Hamish Hannah Imran Isla Jack Jamila Joanne Joseph Kamal Karen Liam Lucy Maria Mohammed Morag Nadia Neil Olivia Patrick Priya Rebecca Rhys Ruth Samuel Sean Siobhán Sophie Tariq Tomasz Ursula Victoria William Yusuf Zoë".split(
    " ",
  );

/** A person who does not exist, by a number; neighbouring numbers have different names. */
export function fictionalName(number: number): { surname: string; forenames: string; dateOfBirth: string } {
  const mixed = mix(number);
  const start = pick(SURNAME_STARTS, mixed);
  const ending = pick(SURNAME_ENDINGS, Math.floor(mixed / 97));
  const surname = `${start}${ending}${pick(SECOND_SURNAMES, Math.floor(mixed / 9_409))}`;
  const middle = mixed % 3 === 0 ? ` ${pick(FORENAMES, Math.floor(mixed / 31))}` : "";
  const forenames = `${pick(FORENAMES, Math.floor(mixed / 7_919))}${middle}`;
  return { surname, forenames, dateOfBirth: DAYS[Math.floor(mixed / 61) % DAYS.length] ?? "" };
}

const DAYS = Array.from({ length: 17_000 }, (_, day) => addDays("1947-01-01", day));

function pick<T>(list: readonly [T, ...T[]] | readonly T[], number: number): T {
  return list[number % list.length] as T;
}

function mix(number: number): number {
  const mixed = Math.imul(number ^ (number >>> 15), 0x2c1b3c6d);
  return Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39) >>> 0;
}
