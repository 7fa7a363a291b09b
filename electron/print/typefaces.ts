import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";
import type { Shaping, Typefaces } from "./document/characters.ts";
import { FONT } from "./document/page-layout.ts";

/** The files of one typeface, by their names in the package registry's folders. */
export interface FaceFiles {
  readonly normal: string;
  readonly bold: string;
}

interface Face {
  readonly name: string;
  readonly files: FaceFiles;
  /** The characters that the face is looked into for; absent where it is looked into for those of no script. */
  readonly scripts?: RegExp;
}

/** Told of a face when a document first needs it. */
export type OnFaceLoaded = (name: string, files: FaceFiles, bytesOf: (file: string) => Uint8Array) => void;

const MAIN: Face = { name: FONT, files: twoWeights("noto-sans", "NotoSans") };

/** In the order in which they are looked into; the last six have one weight, which stands for bold as well. */
const FALLBACKS: readonly Face[] = [
  scriptFace("Arabic", "noto-sans-arabic", "NotoSansArabic", /\p{Script_Extensions=Arabic}/u),
  scriptFace("Hebrew", "noto-sans-hebrew", "NotoSansHebrew", /\p{Script_Extensions=Hebrew}/u),
  scriptFace("Bengali", "noto-sans-bengali", "NotoSansBengali", /\p{Script_Extensions=Bengali}/u),
  scriptFace("Gurmukhi", "noto-sans-gurmukhi", "NotoSansGurmukhi", /\p{Script_Extensions=Gurmukhi}/u),
  scriptFace("Gujarati", "noto-sans-gujarati", "NotoSansGujarati", /\p{Script_Extensions=Gujarati}/u),
  scriptFace("Tamil", "noto-sans-tamil", "NotoSansTamil", /\p{Script_Extensions=Tamil}/u),
  scriptFace("Telugu", "noto-sans-telugu", "NotoSansTelugu", /\p{Script_Extensions=Telugu}/u),
  scriptFace("Kannada", "noto-sans-kannada", "NotoSansKannada", /\p{Script_Extensions=Kannada}/u),
  scriptFace("Malayalam", "noto-sans-malayalam", "NotoSansMalayalam", /\p{Script_Extensions=Malayalam}/u),
  scriptFace("Sinhala", "noto-sans-sinhala", "NotoSansSinhala", /\p{Script_Extensions=Sinhala}/u),
  scriptFace("Ethiopic", "noto-sans-ethiopic", "NotoSansEthiopic", /\p{Script_Extensions=Ethiopic}/u),
  scriptFace("Armenian", "noto-sans-armenian", "NotoSansArmenian", /\p{Script_Extensions=Armenian}/u),
  scriptFace("Georgian", "noto-sans-georgian", "NotoSansGeorgian", /\p{Script_Extensions=Georgian}/u),
  scriptFace("Thai", "noto-sans-thai", "NotoSansThai", /[\p{Script_Extensions=Thai}฿]/u),
  scriptFace("Lao", "noto-sans-lao", "NotoSansLao", /\p{Script_Extensions=Lao}/u),
  scriptFace("Khmer", "noto-sans-khmer", "NotoSansKhmer", /\p{Script_Extensions=Khmer}/u),
  scriptFace("Myanmar", "noto-sans-myanmar", "NotoSansMyanmar", /\p{Script_Extensions=Myanmar}/u),
  {
    name: "Nanum Gothic",
    files: oneWeight("nanum-gothic", "NanumGothic"),
    scripts: /\p{Script=Hangul}/u,
  },
  { name: "Noto Emoji", files: oneWeight("noto-emoji", "NotoEmoji") },
  {
    name: "Noto Sans SC",
    files: oneWeight("noto-sans-sc", "NotoSansSC"),
    scripts: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Common}]/u,
  },
  { name: "Noto Sans Symbols 2", files: oneWeight("noto-sans-symbols-2", "NotoSansSymbols2") },
  {
    name: "Noto Sans Symbols",
    files: oneWeight("noto-sans-symbols", "NotoSansSymbols"),
    scripts: /[\p{Script=Common}\p{Script=Latin}]/u,
  },
  { name: "Noto Sans Math", files: oneWeight("noto-sans-math", "NotoSansMath") },
];

/** Characters of no one script, emoji among them. */
const OF_NO_SCRIPT = /[\p{Script=Common}\p{Script=Inherited}]/u;

/** The print's faces: the main one at once, each other one when a text first needs it. */
export function createTypefaces(onLoaded: OnFaceLoaded): Typefaces {
  const require = createRequire(import.meta.url);
  const fonts = new Map<string, { normal: Font; bold: Font }>();

  function load({ name, files }: Face): { normal: Font; bold: Font } {
    const loaded = fonts.get(name);
    if (loaded) return loaded;
    const bytes = new Map(
      [...new Set(Object.values(files))].map((file) => [file, readFileSync(require.resolve(file))] as const),
    );
    const bytesOf = (file: string) => bytes.get(file) ?? new Uint8Array();
    const made = { normal: create(bytesOf(files.normal)), bold: create(bytesOf(files.bold)) };
    fonts.set(name, made);
    onLoaded(name, files, bytesOf);
    return made;
  }

  const main = load(MAIN);
  const [normal, bold] = [main.normal, main.bold].map((font) => new Set(font.characterSet));
  const isInMain = (codePoint: number) => normal?.has(codePoint) === true && bold?.has(codePoint) === true;

  return {
    isInMain,
    hasIn: (name, codePoint) => {
      if (name === FONT) return isInMain(codePoint);
      const font = fonts.get(name);
      return font?.normal.hasGlyphForCodePoint(codePoint) === true && font.bold.hasGlyphForCodePoint(codePoint);
    },
    candidates: (character) =>
      FALLBACKS.filter(({ scripts }) => (scripts ?? OF_NO_SCRIPT).test(character)).map((face) => {
        load(face);
        return face.name;
      }),
    shapingOf: (text, name, isBold) => shapingOf(fonts.get(name)?.[isBold ? "bold" : "normal"] ?? main.normal, text),
  };
}

/**
 * Some faces have marks that are given no place on some letters, which fontkit takes for an error of the font. Such a text
 * is laid out with its marks where they stand by themselves.
 */
function shapingOf(font: Font, text: string): Shaping {
  try {
    return { width: font.layout(text).advanceWidth / font.unitsPerEm, safely: {} };
  } catch {
    const width = font.layout(text, marksUnplaced()).advanceWidth / font.unitsPerEm;
    return { width, safely: { fontFeatures: marksUnplaced() } };
  }
}

/** fontkit writes what it used into the features it was given, and pdfmake gives it the same ones again: these stay off. */
function marksUnplaced(): Record<string, boolean> {
  const features = {};
  for (const name of ["mark", "mkmk", "abvm", "blwm"]) {
    Object.defineProperty(features, name, { enumerable: true, get: () => false, set: () => undefined });
  }
  return features;
}

function scriptFace(script: string, folder: string, file: string, scripts: RegExp): Face {
  return { name: `Noto Sans ${script}`, files: twoWeights(folder, file), scripts };
}

function twoWeights(folder: string, file: string): FaceFiles {
  return {
    normal: `@expo-google-fonts/${folder}/400Regular/${file}_400Regular.ttf`,
    bold: `@expo-google-fonts/${folder}/600SemiBold/${file}_600SemiBold.ttf`,
  };
}

function oneWeight(folder: string, file: string): FaceFiles {
  const { normal } = twoWeights(folder, file);
  return { normal, bold: normal };
}
