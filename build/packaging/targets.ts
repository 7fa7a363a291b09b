/** A system and processor that is packed for, in the names Node.js has for them. */
export interface PackageTarget {
  readonly platform: "linux" | "win32" | "darwin";
  readonly arch: "x64" | "arm64";
}

/** Every target that is packed for. */
export const PACKAGE_TARGETS: readonly PackageTarget[] = [
  { platform: "win32", arch: "x64" },
  { platform: "linux", arch: "x64" },
  { platform: "linux", arch: "arm64" },
  { platform: "darwin", arch: "x64" },
  { platform: "darwin", arch: "arm64" },
];

/** The target's name, as better-sqlite3 names its binaries. */
export function targetName({ platform, arch }: PackageTarget): string {
  return `${platform}-${arch}`;
}
