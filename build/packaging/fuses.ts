import { FuseV1Options } from "@electron/fuses";

/** What each of Electron's fuses must be once packed: it cannot be switched afterwards without breaking the signature. */
export const REQUIRED_FUSES: Readonly<Record<string, boolean>> = {
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  GrantFileProtocolExtraPrivileges: false,
  EnableCookieEncryption: true,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
};

/** In front of the fuses, so that they are found in Electron's program. */
const SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const WIRE_VERSION = 1;
const [OFF, ON] = ["0".charCodeAt(0), "1".charCodeAt(0)];

/** The bytes of a program whose fuses are each the opposite of what is required: a fuse nobody sets stays wrong. */
export function programWithWrongFuses(): Buffer {
  const wire = Object.values(FuseV1Options).filter((index) => typeof index === "number");
  const states = wire.map((index) => (REQUIRED_FUSES[FuseV1Options[index] ?? ""] === false ? ON : OFF));
  return Buffer.concat([Buffer.from(`stand-in ${SENTINEL}`), Buffer.from([WIRE_VERSION, states.length, ...states])]);
}

/** The state of each fuse in a packed program, by the fuse's name. */
export function readFuses(program: Buffer): Readonly<Record<string, boolean>> {
  const start = program.indexOf(SENTINEL);
  if (start < 0) throw new Error("The program has no fuses.");
  const states = program.subarray(start + SENTINEL.length + 2);
  const names = Object.values(FuseV1Options).filter((name) => typeof name === "string");
  return Object.fromEntries(names.map((name, index) => [name, states[index] === ON]));
}
