import type { Architecture, System } from '../knowledge/types.ts';
import { foldVersions, normalize } from '../search/text.ts';

/** What a question takes for granted, or what somebody chose: it picks the verdict's row. */
export interface Conditions {
  dotnet: string | null;
  os: System | null;
  arch: Architecture | null;
}

export const NO_CONDITIONS: Conditions = { dotnet: null, os: null, arch: null };

// The first pattern that is found decides, so the narrower name stands before the wider one.
const SYSTEM_WORDS: readonly (readonly [System, RegExp])[] = [
  ['iossimulator', /\b(?:iossimulator|ios[\s-]simulator)\b/],
  ['tvossimulator', /\b(?:tvossimulator|tvos[\s-]simulator)\b/],
  ['maccatalyst', /\bmac[\s-]?catalyst\b/],
  ['tvos', /\b(?:tvos|apple tv)\b/],
  ['ios', /\b(?:ios|iphones?|ipads?)\b/],
  ['linux-bionic', /\b(?:linux-)?bionic(?:-|\b)/],
  ['android', /\bandroid\b/],
  ['linux-musl', /\b(?:alpine|musl)\b/],
  ['windows', /\b(?:windows|win(?:-(?:x64|x86|arm64))?|win(?:10|11))\b/],
  ['macos', /\b(?:macos|os ?x|osx(?:-\w+)?|mac|macbook)\b/],
  ['freebsd', /\bfreebsd\b/],
  ['wasi', /\bwasi\b/],
  ['browser', /\bbrowser-wasm\b/],
  ['linux', /\b(?:linux(?:-(?:x64|arm64|arm))?|ubuntu|debian|fedora|rhel|centos|suse|red hat)\b/],
];

const ARCHITECTURE_WORDS: readonly (readonly [Architecture, RegExp])[] = [
  // Windows and macOS run on no other Arm.
  [
    'arm64',
    /\b(?:arm64|aarch64|apple silicon|m[1-5] mac|arm[\s-](?:windows|mac|macbook)|(?:windows|win)(?: ?1[01])?(?: on)?[\s-]arm)\b/,
  ],
  ['x64', /\b(?:x64|amd64|x86[_-]64)\b/],
  // "32-bit" alone is a PC's; beside Arm or a Raspberry Pi it is theirs.
  [
    'arm',
    /\b(?:arm32|armhf|armv[67]l?|linux-arm)\b|^(?=[\s\S]*\b32[\s-]?bit\b)(?=[\s\S]*\b(?:arm|raspberry|raspi|pi)\b)/,
  ],
  ['x86', /\b(?:x86|win32|i[36]86|32[\s-]?bit)\b/],
  ['riscv64', /\brisc-?v(?:64)?\b/],
  ['loongarch64', /\bloongarch(?:64)?\b/],
  ['arm', /\barm\b/],
];

/** From here on the number is one of .NET Framework (`net48`), which is another product. */
const FRAMEWORK = 20;

/** Reads the conditions that a question names: a .NET version, an operating system, an architecture, a RID. */
export function readConditions(question: string): Conditions {
  const text = foldVersions(normalize(question)).toLowerCase();
  const versions = [...text.matchAll(/\bnet(\d{1,2})\b/g), ...text.matchAll(/\bsdk v?(\d{1,2})\b/g)];
  // Somebody who names two versions ("worked in 8, fails in 9") asks about the later one.
  const newest = Math.max(
    ...versions.map(([, version]) => Number(version)).filter((version) => version >= 5 && version < FRAMEWORK),
  );
  return {
    dotnet: Number.isFinite(newest) ? String(newest) : null,
    os: SYSTEM_WORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? null,
    arch: ARCHITECTURE_WORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? null,
  };
}
