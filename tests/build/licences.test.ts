import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { collectLicences, findMissingLicences, writeLicenceText } from "../../build/licences.ts";

const ROOT = join(import.meta.dirname, "../..");

test("every package the product is built from comes with a licence and its text", () => {
  const licences = collectLicences(ROOT);
  expect(findMissingLicences(licences)).toEqual([]);
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const names = new Set(licences.map(({ name }) => name));
  expect(Object.keys(dependencies).filter((name) => !names.has(name))).toEqual([]);
});

test("the font's own licence stands beside that of the package which brings it", () => {
  const font = collectLicences(ROOT).find(({ name }) => name === "@expo-google-fonts/noto-sans");
  expect(font?.text).toContain("SIL OPEN FONT LICENSE");
  expect(font?.text).toContain("Permission is hereby granted");
});

test("tools for development and the Node.js for scripts are not among them", () => {
  const names = collectLicences(ROOT).map(({ name }) => name);
  expect(
    names.filter((name) => /^(electron|electron-builder|vitest|typescript|node-(linux|win)-.*)$/.test(name)),
  ).toEqual([]);
});

test("a package without a licence, or without its text, is named", () => {
  const licences = [
    { name: "known", version: "1.0.0", licence: "MIT", text: "Terms" },
    { name: "nameless", version: "2.0.0", licence: undefined, text: "Terms" },
    { name: "textless", version: "3.0.0", licence: "Apache-2.0", text: undefined },
  ];
  expect(findMissingLicences(licences)).toEqual([
    "nameless 2.0.0 comes without a licence.",
    "textless 3.0.0 comes without a licence.",
  ]);
});

test("the text lists the product's own terms first, then each package once, by name", () => {
  const zebra = { name: "zebra", version: "1.0.0", licence: "MIT", text: "Terms of zebra" };
  const ape = { name: "ape", version: "2.0.0", licence: "ISC", text: "Terms of ape" };
  const text = writeLicenceText("Own terms\n", [zebra, ape, ape]);
  expect(text.split("\n").filter((line) => line !== "" && !line.startsWith("---"))).toEqual([
    "Action Plan",
    "Own terms",
    "It is built from these packages:",
    "ape 2.0.0 (ISC)",
    "Terms of ape",
    "zebra 1.0.0 (MIT)",
    "Terms of zebra",
  ]);
});
