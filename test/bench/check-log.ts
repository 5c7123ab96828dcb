import { createLogParser } from '../../src/check/log/parser.ts';

// Parses a generated log of so many megabytes in a process of its own, and sends one line of figures back.

const CHUNK = 1 << 18;

process.send?.(benchLog(Number(process.argv[2])), () => process.disconnect());

// --- internal ---

function benchLog(megabytes: number): string {
  const parser = createLogParser();
  const before = process.resourceUsage().maxRSS;
  let parsed = 0;
  let time = 0;
  for (let index = 0; parsed < megabytes * 1e6; index++) {
    const chunk = makeChunk(index);
    const start = performance.now();
    parser.push(chunk);
    time += performance.now() - start;
    parsed += chunk.length;
  }
  const end = performance.now();
  const { codes } = parser.finish();
  const last = performance.now() - end;
  const peak = process.resourceUsage().maxRSS / 1024;
  const speed = parsed / 1e6 / ((time + last) / 1000);
  const grown = peak - before / 1024;
  return (
    `log ${megabytes} MB: ${speed.toFixed(0)} MB/s, peak ${peak.toFixed(0)} MB (${grown.toFixed(0)} MB above the start), ` +
    `findings ${last.toFixed(1)} ms after the end, ${codes.reduce((sum, { count }) => sum + count, 0)} occurrences`
  );
}

/** One warning among twenty lines of other output, as detailed logs have it. */
function makeChunk(index: number): string {
  const lines: string[] = [];
  for (let length = 0, at = 0; length < CHUNK; at++) {
    const file = `C:\\src\\App\\File${(index * 7 + at) % 3000}.cs(${at % 700},9)`;
    const line =
      at % 20 === 0
        ? `${file}: Trim analysis warning IL2026: App.Run(): Using member 'X.Y()' which has 'RequiresUnreferencedCodeAttribute' can break functionality when trimming application code. [C:\\src\\App\\App.csproj]`
        : `         Task "Copy" skipped, due to false condition; ('$(CopyBuildOutput)' == 'true') was evaluated, line ${at}.`;
    lines.push(line);
    length += line.length;
  }
  return `${lines.join('\n')}\n`;
}
